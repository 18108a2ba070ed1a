/**
 * The most that each may have, so that all together have no more than the total: those that want less get all they want
 * (max-min fairness).
 *
 * @returns Infinity where the total is enough
 */
export function fairCap(wanted: readonly number[], total: number): number {
  let left = total;
  let sharers = wanted.length;
  for (const amount of wanted.toSorted((a, b) => a - b)) {
    if (amount * sharers > left) return left / sharers;
    left -= amount;
    sharers--;
  }
  return Number.POSITIVE_INFINITY;
}
