import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type RpcError, status } from '@mesh/rpc';
import { connectClients, within } from './testing/clients.ts';
import { lockStock } from './testing/lock-stock.ts';
import { type Mesh, openMesh } from './testing/start-mesh.ts';
import { until } from './testing/until.ts';

let mesh: Mesh;
before(async () => {
  mesh = await openMesh();
});
after(() => mesh?.close());

const sku = 'SKU-0020';
const order = () => ({ idempotencyKey: randomUUID(), customerId: 'c-1', items: [{ sku, quantity: 1 }] });

test('a deadline at the gateway ends the work in the last database, and the order is finished later', async (t) => {
  const { gateway } = connectClients(t, mesh.ports);
  const { waiting, letGo } = await lockStock(t, mesh, sku);
  const request = order();
  const start = Date.now();
  const call = gateway.placeOrder(request, within(1500));
  await until('the Reserve to wait for the lock', async () => (await waiting()) > 0, 1400);
  await assert.rejects(call, (error: RpcError) => error.code === status.DEADLINE_EXCEEDED);
  assert.ok(Date.now() - start < 2500);
  // The sweeper comes back for the order with its own time; it is the only one to wait now.
  await until('the statement to be cancelled', async () => (await waiting()) <= 1, 1000);
  await letGo();
  const { order: found, replayed } = await gateway.placeOrder(request, within());
  assert.equal(found?.status, 'ORDER_STATUS_CONFIRMED');
  assert.equal(replayed, true);
});

test('a caller that goes away ends the work in the last database at once', async (t) => {
  const { gateway } = connectClients(t, mesh.ports);
  const { waiting } = await lockStock(t, mesh, sku);
  const caller = new AbortController();
  const call = gateway.placeOrder(order(), { signal: caller.signal, deadline: Date.now() + 30_000 });
  await until('the Reserve to wait for the lock', async () => (await waiting()) > 0, 900);
  caller.abort();
  await assert.rejects(call, (error: RpcError) => error.code === status.CANCELLED);
  await until('the statement to be cancelled', async () => (await waiting()) === 0, 500);
});
