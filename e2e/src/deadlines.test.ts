import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, type TestContext, test } from 'node:test';
import { type Database, openDatabase } from '@mesh/postgres';
import { type RpcError, status } from '@mesh/rpc';
import { connectClients, within } from './testing/clients.ts';
import { defer } from './testing/defer.ts';
import { type Mesh, openMesh } from './testing/start-mesh.ts';
import { until } from './testing/until.ts';

let mesh: Mesh;
before(async () => {
  mesh = await openMesh();
});
after(() => mesh?.close());

const sku = 'SKU-0020';
const order = () => ({ idempotencyKey: randomUUID(), customerId: 'c-1', items: [{ sku, quantity: 1 }] });

/** Holds the row of the product locked until it is let go, so that every Reserve of it waits. */
async function lockRow(t: TestContext): Promise<{ database: Database; letGo: () => Promise<void> }> {
  const url = `postgres://postgres@127.0.0.1:${mesh.ports.POSTGRES_PORT}/inventory`;
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
  return { database, letGo };
}

async function waiting(database: Database): Promise<number> {
  const sql = `SELECT FROM pg_stat_activity WHERE application_name = 'inventory' AND wait_event_type = 'Lock'`;
  return (await database.query(within(), sql)).length;
}

test('a deadline at the gateway ends the work in the last database, and the order is finished later', async (t) => {
  const { gateway } = connectClients(t, mesh.ports);
  const { database, letGo } = await lockRow(t);
  const request = order();
  const start = Date.now();
  const call = gateway.placeOrder(request, within(1500));
  await until('the Reserve to wait for the lock', async () => (await waiting(database)) > 0, 1400);
  await assert.rejects(call, (error: RpcError) => error.code === status.DEADLINE_EXCEEDED);
  assert.ok(Date.now() - start < 2500);
  // The sweeper comes back for the order with its own time; it is the only one to wait now.
  await until('the statement to be cancelled', async () => (await waiting(database)) <= 1, 1000);
  await letGo();
  const { order: found, replayed } = await gateway.placeOrder(request, within());
  assert.equal(found?.status, 'ORDER_STATUS_CONFIRMED');
  assert.equal(replayed, true);
});

test('a caller that goes away ends the work in the last database at once', async (t) => {
  const { gateway } = connectClients(t, mesh.ports);
  const { database } = await lockRow(t);
  const caller = new AbortController();
  const call = gateway.placeOrder(order(), { signal: caller.signal, deadline: Date.now() + 30_000 });
  await until('the Reserve to wait for the lock', async () => (await waiting(database)) > 0, 900);
  caller.abort();
  await assert.rejects(call, (error: RpcError) => error.code === status.CANCELLED);
  await until('the statement to be cancelled', async () => (await waiting(database)) === 0, 500);
});
