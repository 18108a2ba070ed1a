/** Draws that come again with the same seed. */
export interface Random {
  /** 32 bits. */
  bits(): number;
  /** From 0 to 1, without 1. */
  share(): number;
  /** With mean 1: the gaps between events that know nothing of each other. */
  exponential(): number;
  /** With mean 0 and deviation 1 (Box and Muller). */
  normal(): number;
}

/** Numbers without a pattern for the first words: neighbouring seeds begin alike otherwise. */
const START = [0x9e3779b9, 0x243f6a88, 0xb7e15162];
const DISCARDED = 32;

/** Xorshift with 128 bits (https://doi.org/10.18637/jss.v008.i14, page 5): fast, and good enough to draw traffic. */
export function createRandom(seed: number): Random {
  let [x = 0, y = 0, z = 0] = START;
  let w = seed >>> 0;
  const bits = () => {
    const t = x ^ (x << 11);
    [x, y, z] = [y, z, w];
    w = w ^ (w >>> 19) ^ (t ^ (t >>> 8));
    return w >>> 0;
  };
  for (let left = DISCARDED; left > 0; left--) bits();
  const share = () => bits() / 2 ** 32;
  const exponential = () => -Math.log(1 - share());
  return {
    bits,
    share,
    exponential,
    normal: () => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * share()),
  };
}
