/** Nanoseconds as milliseconds, exact to the microsecond. */
export function toMs(ns: bigint): number {
  return Number(ns / 1000n) / 1000;
}

/** Milliseconds with two decimals while they fit in eight columns, e.g. `41.27`, `-0.50`, `86400000`. */
export function formatMs(ms: number): string {
  return Math.abs(ms) < 10_000 ? ms.toFixed(2) : ms.toFixed(0);
}
