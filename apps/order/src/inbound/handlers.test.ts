import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RpcError, status } from '@mesh/rpc';
import { createOrders } from '../domain/orders.ts';
import { intent } from '../testing/intent.ts';
import { memoryOrderStore } from '../testing/memory-order-store.ts';
import { memoryStock } from '../testing/memory-stock.ts';
import { tenSeconds } from '../testing/scope.ts';
import { createHandlers } from './handlers.ts';

const ids = { traceId: 'c'.repeat(32), spanId: 'd'.repeat(16) };
const scope = tenSeconds();
const { customerId, idempotencyKey, items } = intent();
const request = { customerId, idempotencyKey, items: [...items] };

function build(available: Record<string, number>, spanIds: () => typeof ids | undefined = () => ids) {
  const store = memoryOrderStore();
  const lines: (readonly [message: string, fields: object])[] = [];
  const write = (message: string, fields: object = {}) => lines.push([message, fields]);
  const log = { debug: write, info: write, warn: write, error: write };
  const orders = createOrders(store, memoryStock(available));
  return { store, lines, handlers: createHandlers(orders, store, log, spanIds) };
}

test('an order keeps the trace and the span of the call that made it, and its line names the order', async () => {
  const { handlers, lines, store } = build({ MUG: 5, VASE: 5 });
  const { order, replayed } = await handlers.createOrder(request, scope);
  assert.deepEqual([order?.status, order?.traceId, replayed], ['ORDER_STATUS_CONFIRMED', ids.traceId, false]);
  assert.equal(store.orders()[0]?.spanId, ids.spanId);
  await handlers.createOrder(request, scope);
  assert.deepEqual(lines, [
    ['order placed', { 'order.id': order?.id, 'order.replayed': false }],
    ['order placed', { 'order.id': order?.id, 'order.replayed': true }],
  ]);
});

test('without a trace under way the order has an empty one', async () => {
  const { handlers } = build({ MUG: 5, VASE: 5 }, () => undefined);
  assert.equal((await handlers.createOrder(request, scope)).order?.traceId, '');
});

test('a rejected order is refused with its id, and its line names it', async () => {
  const { handlers, lines, store } = build({ MUG: 5, VASE: 0 });
  await assert.rejects(handlers.createOrder(request, scope), (error: RpcError) => {
    assert.equal(error.code, status.FAILED_PRECONDITION);
    assert.equal(error.details.metadata?.['orderId'], store.orders()[0]?.id);
    return true;
  });
  assert.deepEqual(lines, [['order rejected', { 'order.id': store.orders()[0]?.id }]]);
});

test('bad input never reaches the store', async () => {
  const { handlers, store } = build({ MUG: 5 });
  await assert.rejects(handlers.createOrder({ ...request, items: [] }, scope), RpcError);
  await assert.rejects(handlers.getOrder({ id: 'x' }, scope), RpcError);
  await assert.rejects(handlers.cancelOrder({ id: 'x' }, scope), RpcError);
  await assert.rejects(handlers.listOrders({ pageToken: 'x' }, scope), RpcError);
  assert.deepEqual(store.orders(), []);
});

test('an order that is not there is NOT_FOUND, read or cancelled', async () => {
  const { handlers } = build({});
  const id = '0197fbd2-6d2c-7a3e-9f00-0123456789ab';
  await assert.rejects(handlers.getOrder({ id }, scope), { code: status.NOT_FOUND });
  await assert.rejects(handlers.cancelOrder({ id }, scope), { code: status.NOT_FOUND });
});

test('an order is cancelled and read as cancelled', async () => {
  const { handlers } = build({ MUG: 5, VASE: 5 });
  const { order } = await handlers.createOrder(request, scope);
  const id = order?.id ?? '';
  assert.equal((await handlers.cancelOrder({ id }, scope)).order?.status, 'ORDER_STATUS_CANCELLED');
  assert.equal((await handlers.getOrder({ id }, scope)).order?.status, 'ORDER_STATUS_CANCELLED');
});

test('a page has as many orders as were asked for, and a token where there are more', async () => {
  const { handlers, store } = build({});
  for (const key of ['k-1', 'k-2', 'k-3']) await store.record(intent({ idempotencyKey: key }), scope);
  const two = await handlers.listOrders({ pageSize: 2, pageToken: '' }, scope);
  assert.equal(two.orders?.length, 2);
  assert.notEqual(two.nextPageToken, '');
  const three = await handlers.listOrders({ pageSize: 3, pageToken: '' }, scope);
  assert.deepEqual([three.orders?.length, three.nextPageToken], [3, '']);
});
