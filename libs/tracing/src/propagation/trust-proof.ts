import { hash, timingSafeEqual } from 'node:crypto';
import type { Headers } from './boundary.ts';
import { headerOf } from './header-of.ts';

export const TRUST_KEY_HEADER = 'mesh-trust-key';

const MAX_LENGTH = 256;

/**
 * Whether a request shows one of the keys. There may be several, so that a key can be replaced without a gap. Digests
 * are compared, and always all of them: the time that it takes tells nothing about a key, not even its length.
 */
export function createTrustProof(keys: readonly string[]): (headers: Headers) => boolean {
  const digests = keys.map(digest);
  return (headers) => {
    const shown = digests.length > 0 ? headerOf(headers, TRUST_KEY_HEADER) : undefined;
    if (shown === undefined || shown.length > MAX_LENGTH) return false;
    const shownDigest = digest(shown);
    return digests.filter((known) => timingSafeEqual(known, shownDigest)).length > 0;
  };
}

function digest(key: string): Buffer {
  return hash('sha256', key, 'buffer');
}
