const TRIES_AT_ONCE = 3;
const FIRST_MS = 1_000;
const LONGEST_MS = 10_000;

/** How long to wait before the next start, after so many failed ones in a row: not at all before the third. */
export function restartDelay(failures: number): number {
  if (failures < TRIES_AT_ONCE) return 0;
  return Math.min(FIRST_MS * 2 ** (failures - TRIES_AT_ONCE), LONGEST_MS);
}
