import { randomUUID } from 'node:crypto';
import type { MadeBy } from '../domain/reservation.ts';
import type { Selection } from '../domain/stock-store.ts';
import { openStockDatabase } from '../outbound/open-stock-database.ts';
import { createPostgresStockStore } from '../outbound/postgres-stock-store.ts';
import { startPostgres } from './postgres.ts';
import { tenSeconds } from './scope.ts';
import { stockOf } from './stock.ts';

export const everything: Selection = { limit: 1000, after: undefined, only: [] };

export const nobody: MadeBy = { traceId: '', spanId: '' };

/** A real server with the inventory's tables, for one test file. */
export async function stockDatabase() {
  const server = await startPostgres();
  const options = { url: server.url, maxConnections: 10, seed: [stockOf('SEEDED', 7)], onError: () => {} };
  const database = await openStockDatabase(options);
  const store = createPostgresStockStore(database);
  const stop = async () => {
    await database.close();
    await server.stop();
  };
  /** Empties all tables and puts these quantities of products there. */
  const fill = async (totals: Readonly<Record<string, number>>) => {
    await database.query(tenSeconds(), 'TRUNCATE stock, reservations, restocks');
    for (const [sku, total] of Object.entries(totals)) {
      await database.query(
        tenSeconds(),
        `INSERT INTO stock VALUES ($1, 'a product', 250, 'EUR', $2::integer, $2)`,
        [sku, total],
      );
    }
  };
  const available = async () => {
    const stock = await store.listStock(everything, tenSeconds());
    return Object.fromEntries(stock.map((row) => [row.sku, row.available]));
  };
  /** Reserves for a new order, unless one is named. */
  const reserve = (
    wanted: Readonly<Record<string, number>>,
    orderId: string = randomUUID(),
    holdMs = 60_000,
    madeBy = nobody,
  ) => store.reserve({ orderId, lines: linesOf(wanted), holdMs, madeBy }, tenSeconds());
  return { ...options, database, store, stop, fill, available, reserve };
}

function linesOf(wanted: Readonly<Record<string, number>>) {
  return Object.entries(wanted).map(([sku, quantity]) => ({ sku, quantity }));
}
