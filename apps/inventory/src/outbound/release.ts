import type { Database } from '@mesh/postgres';
import type { Reservation } from '../domain/reservation.ts';
import type { Scope } from '../domain/scope.ts';
import type { ExpiredReservation } from '../domain/stock-store.ts';
import { releaseSql, tombstoneSql } from './release.sql.ts';
import { type ReservationRow, toReservation } from './rows.ts';

const foundSql = 'SELECT * FROM reservations WHERE order_id = $1';

/** $1 limit. */
const expiredSql = `
SELECT order_id, trace_id, span_id FROM reservations
WHERE status = 'HELD' AND expire_time < now() ORDER BY expire_time LIMIT $1`;

interface ExpiredRow {
  readonly order_id: string;
  readonly trace_id: string;
  readonly span_id: string;
}

/**
 * Releases, or leaves the tombstone, or finds that one of these was done before. Goes round again
 * only where a Reserve came between two of its statements.
 */
export async function release(database: Database, orderId: string, scope: Scope): Promise<Reservation> {
  const attempts = [
    [releaseSql, [orderId, ['HELD', 'COMMITTED'], false]],
    [tombstoneSql, [orderId]],
    [foundSql, [orderId]],
  ] as const;
  while (true) {
    for (const [sql, values] of attempts) {
      const [row] = await database.query<ReservationRow>(scope, sql, values);
      if (row?.status === 'RELEASED' || row?.status === 'REJECTED') return toReservation(row);
    }
  }
}

export async function listExpired(
  database: Database,
  limit: number,
  scope: Scope,
): Promise<ExpiredReservation[]> {
  const rows = await database.query<ExpiredRow>(scope, expiredSql, [limit]);
  return rows.map(({ order_id: orderId, trace_id: traceId, span_id: spanId }) => ({
    orderId,
    madeBy: { traceId, spanId },
  }));
}

export async function releaseExpired(database: Database, orderId: string, scope: Scope): Promise<boolean> {
  return (await database.query(scope, releaseSql, [orderId, ['HELD'], true])).length > 0;
}
