import type { Database } from '@mesh/postgres';
import type { Scope } from '../domain/scope.ts';
import type { Selection, StockStore } from '../domain/stock-store.ts';
import { auditStockSql, listReservationsSql, listStockSql } from './list.sql.ts';
import { listExpired, release, releaseExpired } from './release.ts';
import { reserveSql } from './reserve.sql.ts';
import { restock } from './restock.ts';
import {
  type AuditedStockRow,
  type ReservationRow,
  type StockRow,
  toAuditedStock,
  toReservation,
  toStock,
} from './rows.ts';
import { translateErrors } from './translate-errors.ts';

const reservationSql = 'SELECT * FROM reservations WHERE order_id = $1';

const commitSql = `
UPDATE reservations SET status = 'COMMITTED' WHERE order_id = $1 AND status = 'HELD' RETURNING *`;

/** The stock in Postgres. Each change is one statement; only a repeated call reads what is there. */
export function createPostgresStockStore(raw: Database): StockStore {
  const database = translateErrors(raw);
  const select = async <Row extends object>(sql: string, { limit, only, after }: Selection, scope: Scope) =>
    database.query<Row>(scope, sql, [limit, only, after ?? null]);
  const change = async (scope: Scope, sql: string, values: readonly [orderId: string, ...unknown[]]) => {
    const [changed] = await database.query<ReservationRow>(scope, sql, values);
    const [row] = changed
      ? [changed]
      : await database.query<ReservationRow>(scope, reservationSql, [values[0]]);
    return row && toReservation(row);
  };
  return {
    listStock: async (selection, scope) =>
      (await select<StockRow>(listStockSql, selection, scope)).map(toStock),
    auditStock: async (selection, scope) =>
      (await select<AuditedStockRow>(auditStockSql, selection, scope)).map(toAuditedStock),
    listReservations: async (selection, scope) =>
      (await select<ReservationRow>(listReservationsSql, selection, scope)).map(toReservation),
    async reserve({ orderId, lines, holdMs, madeBy: { traceId, spanId } }, scope) {
      const values = [orderId, JSON.stringify(lines), holdMs, traceId, spanId] as const;
      const reservation = await change(scope, reserveSql, values);
      if (reservation === undefined) throw new Error('a reservation was neither made nor found');
      return reservation;
    },
    async commit(orderId, scope) {
      while (true) {
        const reservation = await change(scope, commitSql, [orderId]);
        // HELD: a Reserve came between the two statements.
        if (reservation?.status !== 'HELD') return reservation;
      }
    },
    release: (orderId, scope) => release(database, orderId, scope),
    listExpired: (limit, scope) => listExpired(database, limit, scope),
    releaseExpired: (orderId, scope) => releaseExpired(database, orderId, scope),
    restock: (requestId, line, scope) => restock(database, requestId, line, scope),
  };
}
