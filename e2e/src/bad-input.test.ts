import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, type TestContext, test } from 'node:test';
import { RpcError, status } from '@mesh/rpc';
import { type Clients, connectClients, within } from './testing/clients.ts';
import { parseLog } from './testing/read-lines.ts';
import { type Mesh, openMesh } from './testing/start-mesh.ts';

const hostile = [
  '',
  ' ',
  'x'.repeat(65),
  'a\nb',
  '\u0000',
  '\u001b[31m',
  '\ud800',
  '\ufffd',
  "'; DROP TABLE orders; --",
  '../..',
  'ü',
];
const badQuantities = [0, -1, 10_001, 2_147_483_647, -2_147_483_648];
const item = { sku: 'SKU-0001', quantity: 1 };
const manyItems = Array.from({ length: 10_000 }, (_, index) => ({ sku: `SKU-${index}`, quantity: 1 }));

interface OrderParts {
  readonly customerId?: string;
  readonly items?: { sku?: string; quantity?: number }[];
}

const badOrders: OrderParts[] = [
  { items: [] },
  { items: [item, item] },
  { items: manyItems },
  { items: [{}] },
  ...hostile.map((sku) => ({ items: [{ sku, quantity: 1 }] })),
  ...badQuantities.map((quantity) => ({ items: [{ sku: 'SKU-0001', quantity }] })),
  ...hostile.map((customerId) => ({ customerId })),
];
const badPages = [
  ...[0, -1, 101, 2_147_483_647].map((pageSize) => ({ pageSize })),
  ...hostile.slice(1).map((pageToken) => ({ pageToken })),
];

let mesh: Mesh;
before(async () => {
  mesh = await openMesh();
});
after(() => mesh?.close());

/** Calls with each request; each must be refused with INVALID_ARGUMENT and name a field. */
async function refuses<Request>(call: (request: Request) => Promise<unknown>, requests: readonly Request[]) {
  for (const request of requests) {
    const shown = JSON.stringify(request).slice(0, 100);
    const error = await call(request).then(
      () => assert.fail(`${shown} was taken`),
      (reason) => reason,
    );
    assert.ok(error instanceof RpcError, shown);
    assert.equal(error.status, 'INVALID_ARGUMENT', shown);
    assert.ok(error.details.violations?.[0]?.field, shown);
  }
}

const clients = (t: TestContext): Clients => connectClients(t, mesh.ports);

test('every RPC of the order service and of the gateway refuses bad input and names the field', async (t) => {
  const { gateway, order } = clients(t);
  const orders = badOrders.map((bad) => ({ idempotencyKey: 'k', customerId: 'c-1', items: [item], ...bad }));
  const keys = ['', 'x'.repeat(256), 'é', 'a\nb'].map((idempotencyKey) => ({
    idempotencyKey,
    customerId: 'c-1',
    items: [item],
  }));
  const ids = hostile.map((id) => ({ id }));
  for (const requests of [orders, keys, [{}]]) {
    await refuses((request) => order.createOrder(request, within()), requests);
    await refuses((request) => gateway.placeOrder(request, within()), requests);
  }
  for (const client of [order, gateway]) {
    await refuses((request) => client.getOrder(request, within()), ids);
    await refuses((request) => client.cancelOrder(request, within()), ids);
    await refuses((request) => client.listOrders(request, within()), badPages);
  }
  await refuses((request) => gateway.listProducts(request, within()), badPages);
});

test('every RPC of the inventory refuses bad input and names the field', async (t) => {
  const { inventory } = clients(t);
  const orderIds = hostile.map((orderId) => ({ orderId, lines: [item] }));
  const lines = badOrders
    .slice(1, -hostile.length)
    .map(({ items }) => ({ orderId: randomUUID(), lines: items ?? [] }));
  await refuses((request) => inventory.reserve(request, within()), [...orderIds, ...lines]);
  await refuses((request) => inventory.commit(request, within()), orderIds);
  await refuses((request) => inventory.release(request, within()), orderIds);
  await refuses((request) => inventory.listStock(request, within()), [...badPages, { skus: ['a b'] }]);
  await refuses(
    (request) => inventory.listReservations(request, within()),
    [...badPages, { orderIds: ['x'] }],
  );
  const restock = { requestId: 'r', sku: 'SKU-0001', quantity: 1 };
  const bad = [{ requestId: '' }, { sku: '' }, { quantity: 0 }, { quantity: -5 }, { quantity: 1_000_001 }];
  await refuses(
    (request) => inventory.restock(request, within()),
    bad.map((part) => ({ ...restock, ...part })),
  );
});

test('a request of more than 256 KiB is RESOURCE_EXHAUSTED', async (t) => {
  const { gateway, order, inventory } = clients(t);
  const id = 'x'.repeat(1_000_000);
  for (const call of [
    () => gateway.getOrder({ id }, within()),
    () => order.getOrder({ id }, within()),
    () => inventory.commit({ orderId: id }, within()),
  ]) {
    await assert.rejects(call, (error: RpcError) => error.code === status.RESOURCE_EXHAUSTED);
  }
});

test('what is well formed but not there has its own code', async (t) => {
  const { gateway, inventory } = clients(t);
  const id = randomUUID();
  const cases: [() => Promise<unknown>, string, string][] = [
    [() => gateway.getOrder({ id }, within()), 'NOT_FOUND', 'ORDER_NOT_FOUND'],
    [() => gateway.cancelOrder({ id }, within()), 'NOT_FOUND', 'ORDER_NOT_FOUND'],
    [() => inventory.commit({ orderId: id }, within()), 'NOT_FOUND', 'RESERVATION_NOT_FOUND'],
    [
      () => inventory.restock({ requestId: 'r', sku: 'NO-SUCH', quantity: 1 }, within()),
      'INVALID_ARGUMENT',
      'UNKNOWN_SKU',
    ],
    [
      () =>
        gateway.placeOrder(
          { idempotencyKey: 'u', customerId: 'c', items: [{ sku: 'NO-SUCH', quantity: 1 }] },
          within(),
        ),
      'INVALID_ARGUMENT',
      'UNKNOWN_SKU',
    ],
  ];
  for (const [call, name, reason] of cases) {
    await assert.rejects(call, (error: RpcError) => {
      assert.deepEqual([error.status, error.details.reason], [name, reason]);
      return true;
    });
  }
});

test('every route refuses bad input with a problem, a 4xx and its trace id', async () => {
  const json = { 'content-type': 'application/json', 'idempotency-key': 'k' };
  const whole = { customerId: 'c-1', items: [item] };
  const bodies: [string | Uint8Array<ArrayBuffer>, number][] = [
    ...badOrders.map((bad): [string, number] => {
      const body = JSON.stringify({ ...whole, ...bad });
      return [body, body.length > 262_144 ? 413 : 400];
    }),
    [JSON.stringify({ ...whole, colour: 'red' }), 400],
    [JSON.stringify({ ...whole, items: [{ sku: 'NO-SUCH', quantity: 1 }] }), 400],
    ['{"customerId":"\\ud800","items":[{"sku":"SKU-0001","quantity":1}]}', 400],
    ['{"customerId":"c-1","items":[{"sku":"SKU-0001","quantity":1.5}]}', 400],
    ['{"customerId":"c-1","items":[{"sku":"SKU-0001","quantity":1e308}]}', 400],
    ['not json', 400],
    ['', 400],
    ['null', 400],
    [new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400],
    ['['.repeat(100_000), 400],
    [`{"customerId":"${'x'.repeat(1_000_000)}"}`, 413],
  ];
  for (const [body, expected] of bodies)
    await problem('POST', '/v1/orders', expected, { body, headers: json });
  const body = JSON.stringify(whole);
  await problem('POST', '/v1/orders', 400, { body, headers: { 'content-type': 'application/json' } });
  await problem('POST', '/v1/orders', 415, { body, headers: { ...json, 'content-type': 'text/plain' } });
  for (const size of ['0', '-1', '101', 'abc', '1.5', '', '1&pageSize=2']) {
    await problem('GET', `/v1/orders?pageSize=${size}`, 400);
    await problem('GET', `/v1/products?pageSize=${size}`, 400);
  }
  await problem('GET', '/v1/orders?colour=red', 400);
  await problem('GET', '/v1/orders/not-a-uuid', 400);
  await problem('GET', '/v1/orders/%E0%A4%A', 400);
  await problem('GET', `/v1/orders/${randomUUID()}`, 404);
  await problem('DELETE', `/v1/orders/${randomUUID()}`, 404);
  await problem('PATCH', '/v1/orders', 405);
  await problem('GET', '/nothing', 404);
});

async function problem(
  method: string,
  path: string,
  expected: number,
  init: RequestInit = {},
): Promise<void> {
  const response = await fetch(`${mesh.gatewayUrl}${path}`, { method, ...init });
  const answer = (await response.json()) as Record<string, unknown>;
  const shown = `${method} ${path} ${String(init.body ?? '').slice(0, 80)}: ${JSON.stringify(answer).slice(0, 300)}`;
  assert.equal(response.status, expected, shown);
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/, shown);
  assert.equal(answer['status'], expected, shown);
  assert.equal(answer['traceId'], response.headers.get('x-trace-id'), shown);
  for (const key of ['type', 'title', 'detail', 'instance'])
    assert.equal(typeof answer[key], 'string', `${key}: ${shown}`);
}

test('none of it was an unexpected error, no process was lost and every line has its trace id', async () => {
  for (const part of ['gateway', 'order', 'inventory'] as const) {
    const lines = parseLog(await mesh.log(part));
    assert.deepEqual(
      lines.filter(({ level }) => level === 'error'),
      [],
    );
    const ofRequests = lines.filter((line) => line['rpc.method'] ?? line['http.request.method']);
    assert.ok(ofRequests.length > 50, part);
    assert.deepEqual(
      ofRequests.filter(({ trace_id }) => !/^[0-9a-f]{32}$/.test(String(trace_id))),
      [],
    );
  }
  assert.doesNotMatch(mesh.host.output(), /restart/i);
});
