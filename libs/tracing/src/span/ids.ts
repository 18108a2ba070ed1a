import { randomFillSync } from 'node:crypto';

/** Filled at once: asking the system for each id costs several times as much. */
const pool = Buffer.allocUnsafeSlow(4096);

let used = pool.length;

/** 16 random bytes as 32 lower-case hexadecimal digits; never all zero. */
export function newTraceId(): string {
  return newId(16);
}

/** 8 random bytes as 16 lower-case hexadecimal digits; never all zero. */
export function newSpanId(): string {
  return newId(8);
}

/** 7 random bytes as 14 lower-case hexadecimal digits: the randomness `rv` that a trace is sampled by (OTEP 235). */
export function newRandomness(): string {
  return take(7);
}

function newId(bytes: number): string {
  const id = take(bytes);
  return /[^0]/.test(id) ? id : newId(bytes);
}

/**
 * Cryptographic: who could foresee ids could write into traces of others. Each a text of its own: a slice of a long one
 * would hold all of that for as long as it lives.
 */
function take(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}
