import { openDatabase } from '@mesh/postgres';
import { within } from '../clients.ts';
import { until } from '../until.ts';
import type { CaptureMesh } from './capture-mesh.ts';

/** Waits until no order is left that its call did not bring to an end: the order service finishes them in the background. */
export async function untilSwept({ ports }: CaptureMesh): Promise<void> {
  const url = `postgres://postgres@127.0.0.1:${ports.POSTGRES_PORT}/order`;
  const database = openDatabase({ url, maxConnections: 1, applicationName: 'e2e', onError: () => {} });
  const sql = `SELECT FROM orders WHERE status = 'PENDING' LIMIT 1`;
  const isSwept = async () => (await database.query(within(), sql)).length === 0;
  await until('all orders to be finished', isSwept, 60_000).finally(() => database.close());
}
