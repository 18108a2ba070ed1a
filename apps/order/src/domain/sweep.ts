import { drive } from './drive.ts';
import { finishCancel } from './finish-cancel.ts';
import type { Order } from './order.ts';
import type { OrderStore } from './order-store.ts';
import type { Scope } from './scope.ts';
import type { Stock } from './stock.ts';

/** Older than this, an order has most likely lost the call that was driving it. */
const abandonedAfterMs = 1000;

const batch = 100;
/** As many at a time as keeps a backlog short without starving the calls of customers. */
const lanes = 4;

/** Runs `finish`, which is the work for one order, and ends and fails as that does. */
export type Frame = (order: Order, finish: () => Promise<Order>) => Promise<unknown>;

const bare: Frame = (_, finish) => finish();

/**
 * Finishes what a crash or a lost caller left. An order that cannot be finished now does not keep
 * the others from it.
 *
 * @param frame what is to be around the work for each order; default nothing.
 * @throws {AggregateError} with what kept each of the others.
 */
export async function sweep(
  store: OrderStore,
  stock: Stock,
  scope: Scope,
  frame: Frame = bare,
): Promise<void> {
  const queue = (await store.unfinished(abandonedAfterMs, batch, scope)).values();
  const errors: unknown[] = [];
  const finish = (order: Order) =>
    (order.status === 'PENDING' ? drive : finishCancel)(order, store, stock, scope);
  const lane = async () => {
    // The lanes share one iterator, so each order is taken once.
    for (const order of queue) {
      // What cannot be done any more is not begun: the next sweep takes it.
      if (scope.signal.aborted || Date.now() >= scope.deadline) return;
      await frame(order, () => finish(order)).catch((error) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} orders could not be finished yet`);
}
