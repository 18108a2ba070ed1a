import { createHmac, type KeyObject } from 'node:crypto';
import type { MarkClaim } from './mark-claim.ts';

/**
 * HMAC-SHA-256 (https://www.rfc-editor.org/rfc/rfc2104) over the mark and what it is for, in base64url. A line end
 * parts them, which only an operation could contain, and that comes last: no two claims are the same text.
 *
 * @param signed version, key id, expiry and nonce, as they travel
 */
export function markSignature(secret: KeyObject, signed: string, { carrier, operation }: MarkClaim): string {
  return createHmac('sha256', secret).update(`${signed}\n${carrier}\n${operation}`).digest('base64url');
}
