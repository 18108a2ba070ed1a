import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goodOrder, post } from '../testing/call.ts';
import { startGateway } from '../testing/gateway.ts';
import { orderOf } from '../testing/orders.ts';

const json = {
  id: '0197fbd2-6d2c-7a3e-9f00-0123456789ab',
  status: 'CONFIRMED',
  customerId: 'c-1',
  items: [{ sku: 'SKU-0001', quantity: 2, priceMinor: '9007199254740993' }],
  totalMinor: '18014398509481986',
  currency: 'EUR',
  traceId: 'a'.repeat(32),
  createTime: '2026-01-02T03:04:05.678Z',
};

test('an order that is placed is 201 with its place and itself, as JSON that loses no digit', async (t) => {
  const asked: unknown[] = [];
  const createOrder = async (request: unknown) => {
    asked.push(request);
    return { order: orderOf(), replayed: false };
  };
  const { url } = await startGateway(t, { order: { createOrder } });
  const response = await fetch(`${url}/v1/orders`, post(goodOrder));
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('location'), `/v1/orders/${json.id}`);
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  assert.deepEqual(await response.json(), json);
  assert.deepEqual(structuredClone(asked), [{ idempotencyKey: 'k-1', ...goodOrder }]);
});

test('an order that the key had placed before is 200 without a place', async (t) => {
  const createOrder = async () => ({ order: orderOf(), replayed: true });
  const { url } = await startGateway(t, { order: { createOrder } });
  const response = await fetch(`${url}/v1/orders`, post(goodOrder));
  assert.deepEqual([response.status, response.headers.get('location')], [200, null]);
  assert.deepEqual(await response.json(), json);
});

test('a content type may have parameters and capitals', async (t) => {
  const createOrder = async () => ({ order: orderOf(), replayed: false });
  const { url } = await startGateway(t, { order: { createOrder } });
  for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/json ;x=y']) {
    const { status } = await fetch(`${url}/v1/orders`, post(goodOrder, { 'content-type': type }));
    assert.equal(status, 201, type);
  }
});

test('an order is read and cancelled by its id', async (t) => {
  const getOrder = async ({ id }: { id: string }) => ({ order: orderOf({ id }) });
  const cancelOrder = async ({ id }: { id: string }) => ({
    order: orderOf({ id, status: 'ORDER_STATUS_CANCELLED' }),
  });
  const { url } = await startGateway(t, { order: { getOrder, cancelOrder } });
  const read = await fetch(`${url}/v1/orders/o-1`);
  assert.deepEqual([read.status, await read.json()], [200, { ...json, id: 'o-1' }]);
  const cancelled = await fetch(`${url}/v1/orders/o-2`, { method: 'DELETE' });
  assert.deepEqual(
    [cancelled.status, await cancelled.json()],
    [200, { ...json, id: 'o-2', status: 'CANCELLED' }],
  );
});

test('orders and products come page by page; what is not asked for is left to the service', async (t) => {
  const asked: unknown[] = [];
  const listOrders = async ({ pageSize, pageToken }: { pageSize?: number; pageToken: string }) => {
    asked.push([pageSize, pageToken]);
    return { orders: [orderOf()], nextPageToken: 'bmV4dA' };
  };
  const product = { sku: 'SKU-0001', name: 'Amber Basket', priceMinor: '250', currency: 'EUR', available: 7 };
  const listStock = async ({ pageSize, pageToken }: { pageSize?: number; pageToken: string }) => {
    asked.push([pageSize, pageToken]);
    return { stock: [{ ...product, total: 10, held: 1, committed: 2 }], nextPageToken: '' };
  };
  const { url } = await startGateway(t, { order: { listOrders }, inventory: { listStock } });
  const read = async (path: string) => (await fetch(url + path)).json();
  assert.deepEqual(await read('/v1/orders?pageSize=7&pageToken=abc'), {
    orders: [json],
    nextPageToken: 'bmV4dA',
  });
  // What is held and committed is nobody's business out there.
  assert.deepEqual(await read('/v1/products'), { products: [product], nextPageToken: '' });
  assert.deepEqual(await read('/v1/products?pageSize=0'), { products: [product], nextPageToken: '' });
  assert.deepEqual(asked, [
    [7, 'abc'],
    [undefined, ''],
    [0, ''],
  ]);
});

test('HEAD is answered as GET is, without a body', async (t) => {
  const getOrder = async () => ({ order: orderOf() });
  const { url } = await startGateway(t, { order: { getOrder } });
  const response = await fetch(`${url}/v1/orders/o-1`, { method: 'HEAD' });
  assert.deepEqual([response.status, await response.text()], [200, '']);
  assert.match(response.headers.get('x-trace-id') ?? '', /^[0-9a-f]{32}$/);
});

test('each request has one line with its route and status', async (t) => {
  const getOrder = async () => ({ order: orderOf() });
  const { url, lines } = await startGateway(t, { order: { getOrder } });
  for (const path of ['/v1/orders/o-1', '/nothing', '/v1/orders/%zz']) await (await fetch(url + path)).text();
  const finished = lines.filter(({ message }) => message === 'request finished');
  assert.deepEqual(
    finished.map(({ fields }) => [fields['http.route'], fields['http.response.status_code']]),
    [
      ['/v1/orders/:id', 200],
      [undefined, 404],
      [undefined, 400],
    ],
  );
});
