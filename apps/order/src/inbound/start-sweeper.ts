import { every, type Log } from '@mesh/rpc';
import type { OrderStore } from '../domain/order-store.ts';
import type { Stock } from '../domain/stock.ts';
import { sweep } from '../domain/sweep.ts';

/** Runs work in a trace of its own that points to the spans that made it. */
export type InBackground = (
  name: string,
  madeBy: readonly { readonly traceId: string; readonly spanId: string }[],
  work: () => Promise<void>,
) => Promise<void>;

/**
 * Sweeps for as long as the service runs. Each order that is found is a piece of work of its own, linked to the call
 * that created it; a sweep that finds nothing leaves no trace.
 *
 * @returns stops it: aborts the sweep under way and waits for it.
 */
export function startSweeper(
  store: OrderStore,
  stock: Stock,
  log: Log,
  inBackground: InBackground,
): () => Promise<void> {
  return every(500, 'sweep of unfinished orders', log, (scope) =>
    sweep(store, stock, scope, (order, finish) =>
      inBackground('finish order', [order], async () => {
        const { status } = await finish();
        log.info('order finished', { 'order.id': order.id, 'order.status': status });
      }),
    ),
  );
}
