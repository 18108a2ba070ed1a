/** A median with its 95 % interval; no interval below six values, which have none. */
export interface Median {
  readonly value: number;
  readonly interval?: readonly [low: number, high: number];
}

/**
 * The interval is of order statistics and asks nothing of the distribution: with k values left out at both ends it
 * misses the median only if at most k of n fair coins show heads
 * (H. A. David, H. N. Nagaraja: Order Statistics, section 7.1).
 */
export function medianOf(values: readonly number[]): Median {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const value = (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2;
  const out = leftOut(sorted.length);
  return out < 0 ? { value } : { value, interval: [at(sorted, out), at(sorted, sorted.length - 1 - out)] };
}

/** The most values that may be left out at each end for 95 %; -1 when none is too many. */
function leftOut(count: number): number {
  let out = -1;
  let ways = 1;
  for (let sum = ways; 2 * sum <= 0.05 * 2 ** count; sum += ways) {
    out++;
    ways = (ways * (count - out)) / (out + 1);
  }
  return out;
}

function at(sorted: readonly number[], index: number): number {
  return sorted[index] ?? Number.NaN;
}
