import type { TestContext } from 'node:test';
import { type Database, openDatabase } from '@mesh/postgres';
import { within } from './clients.ts';
import { defer } from './defer.ts';
import type { Mesh } from './start-mesh.ts';

export interface LockedStock {
  /** How many statements of the inventory wait for a lock. */
  waiting(): Promise<number>;
  letGo(): Promise<void>;
}

/** Holds the row of a product locked until it is let go, so that every Reserve of it waits. */
export async function lockStock(t: TestContext, { ports }: Mesh, sku: string): Promise<LockedStock> {
  const url = `postgres://postgres@127.0.0.1:${ports.POSTGRES_PORT}/inventory`;
  const onError = () => undefined;
  const database = openDatabase({ url, maxConnections: 2, applicationName: 'e2e', onError });
  const held = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const over = database.transaction(within(60_000), async (sql) => {
    await sql.query('SELECT FROM stock WHERE sku = $1 FOR UPDATE', [sku]);
    held.resolve();
    await go.promise;
  });
  await held.promise;
  const letGo = async () => {
    go.resolve();
    await over;
  };
  defer(t, () => letGo().then(() => database.close()));
  return { waiting: () => countWaiting(database), letGo };
}

async function countWaiting(database: Database): Promise<number> {
  const sql = `SELECT FROM pg_stat_activity WHERE application_name = 'inventory' AND wait_event_type = 'Lock'`;
  return (await database.query(within(), sql)).length;
}
