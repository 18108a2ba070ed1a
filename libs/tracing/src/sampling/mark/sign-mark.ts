import { createSecretKey, randomBytes } from 'node:crypto';
import type { MarkClaim, MarkKey } from './mark-claim.ts';
import { markSignature } from './mark-signature.ts';
import { parseMark } from './parse-mark.ts';

const NONCE_BYTES = 16;

export interface MarkToSign extends MarkClaim {
  /** Seconds since the epoch; more than 5 minutes ahead it is refused. */
  readonly expiresAt: number;
  /** 22 to 43 characters of base64url. Default: 16 random bytes. */
  readonly nonce?: string;
}

/**
 * A mark that makes one process keep one request: the value of `mesh-sampling-mark`.
 *
 * @throws RangeError for what no process would take: a wrong key id, expiry or nonce
 */
export function signMark({ id, secret }: MarkKey, claim: MarkToSign): string {
  const { expiresAt, nonce = randomBytes(NONCE_BYTES).toString('base64url') } = claim;
  const signed = `v1.${id}.${expiresAt}.${nonce}`;
  const mark = `${signed}.${markSignature(createSecretKey(secret, 'utf8'), signed, claim)}`;
  if (!parseMark(mark)) throw new RangeError('the key id, the expiry or the nonce of the mark is malformed');
  return mark;
}
