import type { LineTotals } from './line-totals.ts';
import { processWriter } from './process-writer.ts';

/** What became of the lines that were given to stdout. */
export function stdoutTotals(): LineTotals {
  return processWriter('stdout').totals;
}
