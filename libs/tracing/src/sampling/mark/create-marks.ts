import { createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Carrier, MarkKey } from './mark-claim.ts';
import { markSignature } from './mark-signature.ts';
import { Nonces } from './nonces.ts';
import { type ParsedMark, parseMark } from './parse-mark.ts';

/**
 * - `malformed`: no mark, or several; also one on a carrier that is not known.
 * - `signature`: made with another secret, or for another operation, carrier, expiry or nonce.
 * - `expired`: it has run out, or would be good for longer than 5 minutes.
 * - `replayed`: it has counted already.
 * - `limited`: more marks have counted in the last minutes than are remembered.
 */
export type MarkResult =
  | 'good'
  | 'malformed'
  | 'unknown_key'
  | 'signature'
  | 'expired'
  | 'replayed'
  | 'limited';

export interface Marks {
  /** A good mark counts once: the same again is `replayed`. */
  check(mark: string, carrier: Carrier | undefined, operation: string, nowMillis: number): MarkResult;
}

/** In seconds: of a mark, and what the clock of who signs it may be ahead of ours. */
const MAX_LIFE = 300;
const MAX_SKEW = 30;
/** 60 a second for as long as a mark may live, and some 4 MiB. */
const MAX_NONCES = 20_000;

/** @param keys two while one is changed for the other */
export function createMarks(keys: readonly MarkKey[]): Marks {
  const secrets = new Map(keys.map(({ id, secret }) => [id, createSecretKey(secret, 'utf8')]));
  const nonces = new Nonces(MAX_NONCES);
  return {
    check(text, carrier, operation, nowMillis) {
      const mark = parseMark(text);
      if (!mark || !carrier) return 'malformed';
      const secret = secrets.get(mark.keyId);
      if (!secret) return 'unknown_key';
      // Before all else that a mark says: what nobody has signed is not worth a word about its expiry.
      if (!isSigned(secret, mark, carrier, operation)) return 'signature';
      return count(nonces, mark, nowMillis / 1000);
    },
  };
}

/** Texts of the same length, and the time that it takes tells nothing of where they differ. */
function isSigned(secret: KeyObject, mark: ParsedMark, carrier: Carrier, operation: string): boolean {
  const expected = markSignature(secret, mark.signed, { carrier, operation });
  return timingSafeEqual(Buffer.from(expected, 'latin1'), Buffer.from(mark.signature, 'latin1'));
}

function count(nonces: Nonces, { nonce, expiry }: ParsedMark, now: number): MarkResult {
  if (now >= expiry || expiry > now + MAX_LIFE + MAX_SKEW) return 'expired';
  switch (nonces.take(nonce, expiry, now)) {
    case 'new':
      return 'good';
    case 'known':
      return 'replayed';
    case 'forgotten':
      return 'expired';
    case 'full':
      return 'limited';
  }
}
