import { randomUUID } from 'node:crypto';
import { type Order, type OrderIntent, totalOf } from '../domain/order.ts';
import type { OrderStore } from '../domain/order-store.ts';

interface Row extends Order {
  readonly cancelling: boolean;
}

/** An OrderStore that keeps its promises in memory; `age` lets time pass for the orders in it. */
export function memoryOrderStore() {
  const rows = new Map<string, Row>();
  let later = 0;
  const change = (id: string, from: (row: Row) => boolean, to: Partial<Row>): Row => {
    const row = rows.get(id);
    if (row === undefined) throw new Error('an order that was stored is gone');
    const changed = from(row) ? { ...row, ...to } : row;
    rows.set(id, changed);
    return changed;
  };
  const store: OrderStore = {
    async record({ customerId, idempotencyKey, items, traceId, spanId }) {
      const known = [...rows.values()].find(
        (row) => row.customerId === customerId && row.idempotencyKey === idempotencyKey,
      );
      if (known) return { order: known, recorded: false };
      const order = pending({ customerId, idempotencyKey, items, traceId, spanId });
      rows.set(order.id, order);
      return { order, recorded: true };
    },
    async settle(id, outcome) {
      const total = outcome.status === 'CONFIRMED' && { totalMinor: totalOf(outcome.items) };
      return change(id, ({ status }) => status === 'PENDING', { ...outcome, ...total });
    },
    async requestCancel(id) {
      if (!rows.has(id)) return undefined;
      return change(id, ({ status }) => status === 'CONFIRMED', { cancelling: true });
    },
    finishCancel: async (id) =>
      change(id, ({ status, cancelling }) => status === 'CONFIRMED' && cancelling, { status: 'CANCELLED' }),
    find: async (id) => rows.get(id),
    list: async ({ limit }) => [...rows.values()].slice(0, limit),
    async unfinished(olderThanMs, limit) {
      const old = (row: Row) => row.createTime.getTime() + olderThanMs < Date.now() + later;
      return [...rows.values()].filter((row) => isUnfinished(row) && old(row)).slice(0, limit);
    },
  };
  const age = (ms: number) => {
    later += ms;
  };
  return { ...store, age, orders: () => [...rows.values()] };
}

function pending({ items, ...intent }: OrderIntent): Row {
  return {
    ...intent,
    id: randomUUID(),
    status: 'PENDING',
    items: items.map((item) => ({ ...item, priceMinor: 0 })),
    totalMinor: 0,
    currency: '',
    rejection: undefined,
    createTime: new Date(),
    cancelling: false,
  };
}

function isUnfinished({ status, cancelling }: Row): boolean {
  return status === 'PENDING' || (status === 'CONFIRMED' && cancelling);
}
