import type { Database } from '@mesh/postgres';
import { type Order, totalOf } from '../domain/order.ts';
import type { OrderStore, Outcome } from '../domain/order-store.ts';
import type { Scope } from '../domain/scope.ts';
import { type OrderRow, toOrder } from './rows.ts';
import * as sql from './sql.ts';
import { translateErrors } from './translate-errors.ts';

/** Orders in Postgres. Each change is one statement; only where it changed nothing is the row read. */
export function createPostgresOrderStore(raw: Database): OrderStore {
  const database = translateErrors(raw);
  const one = async (scope: Scope, text: string, values: readonly unknown[]) => {
    const [row] = await database.query<OrderRow>(scope, text, values);
    return row && toOrder(row);
  };
  const find = (id: string, scope: Scope) => one(scope, sql.findSql, [id]);
  const changeOrFind = async (scope: Scope, text: string, values: readonly [id: string, ...unknown[]]) =>
    (await one(scope, text, values)) ?? (await find(values[0], scope));
  return {
    async record({ customerId, idempotencyKey: key, items, traceId, spanId }, scope) {
      const priced = items.map((item) => ({ ...item, priceMinor: 0 }));
      const values = [customerId, key, JSON.stringify(priced), traceId, spanId];
      const recorded = await one(scope, sql.recordSql, values);
      const order = recorded ?? (await one(scope, sql.findByKeySql, [customerId, key]));
      return { order: stored(order), recorded: recorded !== undefined };
    },
    settle: async (id, outcome, scope) => stored(await changeOrFind(scope, ...settlement(id, outcome))),
    async requestCancel(id, scope) {
      while (true) {
        const changed = await one(scope, sql.requestCancelSql, [id]);
        const order = changed ?? (await find(id, scope));
        // CONFIRMED between the two statements: the intent is not stored yet.
        if (changed || order?.status !== 'CONFIRMED') return order;
      }
    },
    finishCancel: async (id, scope) => stored(await changeOrFind(scope, sql.finishCancelSql, [id])),
    find,
    async list({ limit, after }, scope) {
      return (await database.query<OrderRow>(scope, sql.listSql, [limit, after ?? null])).map(toOrder);
    },
    async unfinished(olderThanMs, limit, scope) {
      return (await database.query<OrderRow>(scope, sql.unfinishedSql, [limit, olderThanMs])).map(toOrder);
    },
  };
}

function settlement(id: string, outcome: Outcome): [string, [string, ...unknown[]]] {
  if (outcome.status === 'REJECTED') {
    const { kind, ...about } = outcome.rejection;
    return [sql.rejectSql, [id, kind, 'sku' in about ? about.sku : null]];
  }
  const { items, currency } = outcome;
  return [sql.confirmSql, [id, JSON.stringify(items), totalOf(items), currency]];
}

/** Orders are never deleted, so one that was there is there. */
function stored(order: Order | undefined): Order {
  if (order === undefined) throw new Error('an order that was stored is gone');
  return order;
}
