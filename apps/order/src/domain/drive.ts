import type { Order } from './order.ts';
import type { OrderStore, Outcome } from './order-store.ts';
import type { Scope } from './scope.ts';
import type { Stock } from './stock.ts';

/**
 * Brings an order to its end, from wherever it is: reserve, commit, settle. Every step may be
 * repeated, by this process or another, at the same time or after a crash; the outcome is the same.
 */
export async function drive(order: Order, store: OrderStore, stock: Stock, scope: Scope): Promise<Order> {
  if (order.status !== 'PENDING') return order;
  return store.settle(order.id, await outcomeOf(order, stock, scope), scope);
}

async function outcomeOf({ id, items }: Order, stock: Stock, scope: Scope): Promise<Outcome> {
  const reservation = await stock.reserve(id, items, scope);
  if (!reservation.held) return { status: 'REJECTED', rejection: reservation.rejection };
  const committed = await stock.commit(id, scope);
  if (!committed) return { status: 'REJECTED', rejection: { kind: 'RESERVATION_EXPIRED' } };
  return { status: 'CONFIRMED', items: reservation.items, currency: reservation.currency };
}
