import { randomFillSync } from 'node:crypto';

/** Filled at once: asking the system for each id costs several times as much. */
const pool = Buffer.allocUnsafeSlow(4096);

let digits = '';
let used = 0;

/** 16 random bytes as 32 lower-case hexadecimal digits; never all zero. */
export function newTraceId(): string {
  return newId(32);
}

/** 8 random bytes as 16 lower-case hexadecimal digits; never all zero. */
export function newSpanId(): string {
  return newId(16);
}

/** 7 random bytes as 14 lower-case hexadecimal digits: the randomness `rv` that a trace is sampled by (OTEP 235). */
export function newRandomness(): string {
  return take(14);
}

function newId(length: number): string {
  const id = take(length);
  return /[^0]/.test(id) ? id : newId(length);
}

/** Cryptographic: who could foresee ids could write into traces of others. */
function take(length: number): string {
  if (used + length > digits.length) {
    digits = randomFillSync(pool).toString('hex');
    used = 0;
  }
  used += length;
  return digits.slice(used - length, used);
}
