import { every, type Log } from '@mesh/rpc';
import { releaseExpired } from '../domain/release-expired.ts';
import type { MadeBy } from '../domain/reservation.ts';
import type { StockStore } from '../domain/stock-store.ts';

/** Runs work in a trace of its own that points to the spans that made it. */
export type InBackground = (
  name: string,
  madeBy: readonly MadeBy[],
  work: () => Promise<void>,
) => Promise<void>;

/**
 * Releases expired reservations for as long as the service runs. What one run releases is one piece of work, linked to
 * the calls that reserved; a run that finds nothing leaves no trace.
 *
 * @returns stops it: aborts the run under way and waits for it.
 */
export function startSweeper(store: StockStore, log: Log, inBackground: InBackground): () => Promise<void> {
  return every(1000, 'release of expired reservations', log, (scope) =>
    releaseExpired(store, scope, (madeBy, release) =>
      inBackground('release expired', madeBy, async () => {
        log.info('expired reservations released', { count: await release() });
      }),
    ),
  );
}
