import type { Order } from './order.ts';
import type { OrderStore } from './order-store.ts';
import type { Scope } from './scope.ts';
import type { Stock } from './stock.ts';

/** Gives the stock back, then says so. Only after the intent to cancel is stored; may be repeated. */
export async function finishCancel(
  { id }: Order,
  store: OrderStore,
  stock: Stock,
  scope: Scope,
): Promise<Order> {
  await stock.release(id, scope);
  return store.finishCancel(id, scope);
}
