import type { Database } from '@mesh/postgres';
import type { Reservation } from '../domain/reservation.ts';
import type { Scope } from '../domain/scope.ts';
import { releaseSql, tombstoneSql } from './release.sql.ts';
import { type ReservationRow, toReservation } from './rows.ts';

const foundSql = 'SELECT * FROM reservations WHERE order_id = $1';

/** Held past their time, oldest first; the next run takes what is left. */
const expiredSql = `
SELECT order_id FROM reservations WHERE status = 'HELD' AND expire_time < now() ORDER BY expire_time LIMIT 100`;

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

export async function releaseExpired(database: Database, scope: Scope): Promise<void> {
  const expired = await database.query<{ order_id: string }>(scope, expiredSql);
  for (const { order_id } of expired) {
    await database.query(scope, releaseSql, [order_id, ['HELD'], true]);
  }
}
