import { SLOW_MS } from './capture-mesh.ts';
import type { Call } from './order-calls.ts';
import type { Recorded } from './read-ledgers.ts';

/** What the clock of a span may differ from the one that the threshold is for. */
const CLOCKS_MS = 2;

/** Whether the trace has to be whole in the back ends: it was to go wrong, it did, or it took a server too long. */
export function isWanted({ kind, status }: Call, { slowestMs }: Recorded): boolean {
  const isPlain = kind === 'plain' || kind === 'held';
  return !isPlain || status === undefined || status >= 500 || slowestMs > SLOW_MS + CLOCKS_MS;
}
