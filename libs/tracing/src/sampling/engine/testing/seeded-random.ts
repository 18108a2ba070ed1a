/**
 * Numbers from 0 to 1 with 32 bits, always the same for one seed: xoshiro128** (https://prng.di.unimi.it), whose bits are
 * independent enough to test statistics with.
 */
export function seededRandom(seed: number): () => number {
  let [a, b, c, d] = [1, 2, 3, 4].map((part) => mixed(seed * 4 + part)) as [number, number, number, number];
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result / 2 ** 32;
  };
}

/** Bits that look nothing like those of the next number: https://github.com/aappleby/smhasher/wiki/MurmurHash3 (the end). */
function mixed(value: number): number {
  let bits = Math.imul(value, 0x9e3779b9);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
