import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type RpcError, status } from '@mesh/rpc';
import { connectClients, within } from './testing/clients.ts';
import { lockStock } from './testing/lock-stock.ts';
import { placeOrder } from './testing/place-order.ts';
import { parseLog } from './testing/read-lines.ts';
import { readTrace, type Span, untilSpans } from './testing/read-trace.ts';
import { runMesh } from './testing/run-program.ts';
import { type Mesh, openMesh } from './testing/start-mesh.ts';
import { until } from './testing/until.ts';

let mesh: Mesh;
before(async () => {
  // Long enough for every order, short enough to wait for.
  mesh = await openMesh({ RESERVATION_HOLD_MS: '3000' });
});
after(() => mesh?.close());

const internal = 1;
const sku = 'SKU-0030';
const items = [{ sku, quantity: 1 }];

/** The root of the background work that this line was written in, with all that is below it. */
async function workOf(part: 'order' | 'inventory', message: string, about: object, spans: number) {
  const isIt = (line: object) =>
    Object.entries({ message, ...about }).every(([name, value]) => Reflect.get(line, name) === value);
  const line = await until(`the line ${message}`, async () => parseLog(await mesh.log(part)).find(isIt));
  const all = await untilSpans(mesh, String(line['trace_id']), spans);
  const root = all.find(({ spanId }) => spanId === line['span_id']);
  assert.ok(root, 'the line is not in the root');
  assert.deepEqual([root.service, root.kind, root.parentSpanId], [part, internal, '']);
  const below = all.filter((span) => span !== root);
  return { root, below };
}

/** The one span that the root is linked to. */
async function linkedTo({ links }: Span): Promise<Span> {
  const [link, ...more] = links;
  assert.ok(link);
  assert.deepEqual(more, []);
  const isIt = ({ spanId }: Span) => spanId === link.spanId;
  return until('the linked span', async () => (await readTrace(mesh, link.traceId)).find(isIt));
}

test('the release of an expired reservation is a root, linked to the Reserve that made it', async (t) => {
  const { inventory } = connectClients(t, mesh.ports);
  const orderId = randomUUID();
  await inventory.reserve({ orderId, lines: items }, within());
  const { root, below } = await workOf('inventory', 'expired reservations released', { count: 1 }, 2);
  assert.deepEqual(
    below.map(({ name, parentSpanId }) => [name, parentSpanId]),
    [['pg.query:WITH inventory', root.spanId]],
  );
  const reserve = await linkedTo(root);
  assert.match(reserve.name, /InventoryService\/Reserve$/);
  const { stdout } = await runMesh(['trace', root.traceId], mesh.variables);
  assert.match(stdout, new RegExp(`linked to ${reserve.traceId}`));
  const { reservations } = await inventory.listReservations({ orderIds: [orderId] }, within());
  assert.equal(reservations[0]?.status, 'RESERVATION_STATUS_RELEASED');
});

test('an order whose caller gave up is finished in a root of its own, linked to the call that made it', async (t) => {
  const { gateway, order } = connectClients(t, mesh.ports);
  const { waiting, letGo } = await lockStock(t, mesh, sku);
  const request = { idempotencyKey: randomUUID(), customerId: 'c-1', items };
  const call = gateway.placeOrder(request, within(1000));
  await until('the Reserve to wait for the lock', async () => (await waiting()) > 0);
  await assert.rejects(call, (error: RpcError) => error.code === status.DEADLINE_EXCEEDED);
  await letGo();
  // Not asked for with its key: that would finish it.
  const { orders } = await order.listOrders({ pageSize: 1 }, within());
  const { root, below } = await workOf('order', 'order finished', { 'order.id': orders[0]?.id }, 8);
  const create = await linkedTo(root);
  assert.equal(create.traceId, orders[0]?.traceId);
  assert.deepEqual([create.service, create.name.split('/')[1]], ['order', 'CreateOrder']);
  const names = below.filter(({ parentSpanId }) => parentSpanId === root.spanId).map(({ name }) => name);
  for (const name of [/\/Reserve$/, /\/Commit$/, /^pg\.query:UPDATE order$/]) {
    assert.ok(
      names.some((each) => name.test(each)),
      `${name} is not in ${names}`,
    );
  }
  assert.ok(below.some(({ service, name }) => service === 'inventory' && name.startsWith('pg.query:')));
});

test('mesh verify --telemetry misses nothing where an order was finished in another trace', async () => {
  const { code, stdout, stderr } = await runMesh(['verify', '--telemetry'], mesh.variables);
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout, /\n1 were confirmed by another request than the one that created them\./);
});

test('an order whose service was killed is finished by the next one, linked to the trace of its request', async (t) => {
  const { waiting, letGo } = await lockStock(t, mesh, sku);
  const traceId = randomBytes(16).toString('hex');
  const headers = { traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` };
  const answer = placeOrder(mesh.gatewayUrl, { key: randomUUID(), items, headers });
  await until('the Reserve to wait for the lock', async () => (await waiting()) > 0);
  process.kill(await mesh.pidOf('order'), 'SIGKILL');
  assert.equal((await answer).status, 503);
  await letGo();
  const { order } = connectClients(t, mesh.ports);
  const isIt = (each: { traceId: string }) => each.traceId === traceId;
  const made = await until('the order', async () => {
    const { orders } = await order.listOrders({ pageSize: 10 }, within());
    return orders.find(isIt);
  });
  const { root } = await workOf('order', 'order finished', { 'order.id': made.id }, 8);
  assert.equal(root.links[0]?.traceId, traceId);
  assert.notEqual(root.traceId, traceId);
});
