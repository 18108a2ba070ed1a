import type { Median } from './median.ts';

/** `0.91–0.98`; empty where there is none. */
export function intervalOf({ interval }: Median): string {
  return interval ? interval.map((end) => end.toFixed(2)).join('–') : '';
}
