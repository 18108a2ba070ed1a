import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intent } from '../testing/intent.ts';
import { memoryOrderStore } from '../testing/memory-order-store.ts';
import { memoryStock } from '../testing/memory-stock.ts';
import { tenSeconds } from '../testing/scope.ts';
import { createOrders } from './orders.ts';
import type { Refusal, Refused } from './refusal.ts';

function build(available: Record<string, number> = { MUG: 10, VASE: 10 }) {
  const store = memoryOrderStore();
  const stock = memoryStock(available);
  return { store, stock, orders: createOrders(store, stock) };
}

const scope = tenSeconds();

/** What a call is refused with. */
async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  return call.then(
    () => assert.fail('it was not refused'),
    (error: Refused) => error.refusal,
  );
}

test('an order that the stock suffices for is CONFIRMED at the prices of its reservation', async () => {
  const { orders, stock } = build();
  const { order, replayed } = await orders.create(intent(), scope);
  assert.deepEqual(
    [order.status, order.totalMinor, order.currency, replayed],
    ['CONFIRMED', 750, 'EUR', false],
  );
  assert.deepEqual(order.items, [
    { sku: 'MUG', quantity: 2, priceMinor: 250 },
    { sku: 'VASE', quantity: 1, priceMinor: 250 },
  ]);
  assert.deepEqual(stock.available, { MUG: 8, VASE: 9 });
  assert.equal(stock.statusOf(order.id), 'COMMITTED');
});

test('the same key answers the same order and takes no more stock, also with its items in another order', async () => {
  const { orders, stock } = build();
  const first = await orders.create(intent(), scope);
  const again = await orders.create(intent({ items: intent().items.toReversed() }), scope);
  assert.deepEqual(again, { order: first.order, replayed: true });
  assert.deepEqual(stock.available, { MUG: 8, VASE: 9 });
});

test('an order that has ended is answered without the stock, which may be away', async () => {
  const { orders, store } = build();
  const { order } = await orders.create(intent(), scope);
  const away = () => Promise.reject(new Error('inventory is not available'));
  const alone = createOrders(store, { reserve: away, commit: away, release: away });
  assert.deepEqual((await alone.create(intent(), scope)).order, order);
});

test('the trace and the span of an order are those of the call that made it', async () => {
  const { orders } = build();
  await orders.create(intent(), scope);
  const { order } = await orders.create(intent({ traceId: 'c'.repeat(32), spanId: 'd'.repeat(16) }), scope);
  assert.deepEqual([order.traceId, order.spanId], ['a'.repeat(32), 'b'.repeat(16)]);
});

test('a key belongs to its customer', async () => {
  const { orders } = build();
  const one = await orders.create(intent(), scope);
  const other = await orders.create(intent({ customerId: 'c-2' }), scope);
  assert.notEqual(one.order.id, other.order.id);
  assert.equal(other.replayed, false);
});

test('the same key for other items is refused, and the order stays as it was', async () => {
  const { orders, store, stock } = build();
  const { order } = await orders.create(intent(), scope);
  const items = [{ sku: 'MUG', quantity: 3 }];
  assert.deepEqual(await refusalOf(orders.create(intent({ items }), scope)), {
    kind: 'IDEMPOTENCY_KEY_REUSED',
  });
  assert.deepEqual(store.orders(), [order]);
  assert.deepEqual(stock.available, { MUG: 8, VASE: 9 });
});

test('an order that the stock does not suffice for is REJECTED for good: more stock does not change it', async () => {
  const { orders, store, stock } = build({ MUG: 10, VASE: 0 });
  const refusal = await refusalOf(orders.create(intent(), scope));
  const [order] = store.orders();
  assert.deepEqual(refusal, { kind: 'OUT_OF_STOCK', sku: 'VASE', orderId: order?.id, itemIndex: 1 });
  assert.equal(order?.status, 'REJECTED');
  assert.deepEqual(stock.available, { MUG: 10, VASE: 0 });
  stock.available['VASE'] = 5;
  assert.deepEqual(await refusalOf(orders.create(intent(), scope)), refusal);
  assert.equal(store.orders().length, 1);
});

test('an unknown product is refused with the item that names it', async () => {
  const { orders, store } = build({ VASE: 5 });
  assert.deepEqual(await refusalOf(orders.create(intent(), scope)), {
    kind: 'UNKNOWN_SKU',
    sku: 'MUG',
    orderId: store.orders()[0]?.id,
    itemIndex: 0,
  });
});

test('an order whose stock was given back before its Commit is REJECTED as expired', async () => {
  const { store, stock } = build();
  const slow = { ...stock, commit: (id: string) => stock.release(id, scope).then(() => false) };
  const refusal = await refusalOf(createOrders(store, slow).create(intent(), scope));
  assert.equal(refusal.kind, 'RESERVATION_EXPIRED');
  assert.equal(store.orders()[0]?.status, 'REJECTED');
  assert.deepEqual(stock.available, { MUG: 10, VASE: 10 });
});

test('where the stock cannot be asked the call fails, no order is answered, and the intent is kept', async () => {
  const { store, stock } = build();
  const down = { ...stock, reserve: () => Promise.reject(new Error('inventory is not available')) };
  await assert.rejects(createOrders(store, down).create(intent(), scope), /not available/);
  assert.equal(store.orders()[0]?.status, 'PENDING');
  const { order, replayed } = await createOrders(store, stock).create(intent(), scope);
  assert.deepEqual([order.status, replayed], ['CONFIRMED', true]);
});

test('calls with the same key at the same time make one order and get the same answer', async () => {
  const { orders, store, stock } = build();
  const answers = await Promise.all(Array.from({ length: 8 }, () => orders.create(intent(), scope)));
  const [first] = answers;
  for (const { order } of answers) assert.deepEqual(order, first?.order);
  assert.equal(answers.filter(({ replayed }) => !replayed).length, 1);
  assert.equal(store.orders().length, 1);
  assert.deepEqual(stock.available, { MUG: 8, VASE: 9 });
});

test('a cancel gives the stock back once, and answers the same when it is repeated', async () => {
  const { orders, stock } = build();
  const { order } = await orders.create(intent(), scope);
  const cancelled = await orders.cancel(order.id, scope);
  assert.equal(cancelled.status, 'CANCELLED');
  assert.deepEqual(await orders.cancel(order.id, scope), cancelled);
  assert.deepEqual(stock.available, { MUG: 10, VASE: 10 });
  assert.equal(stock.statusOf(order.id), 'RELEASED');
});

test('the key of a cancelled order answers the cancelled order and takes no stock', async () => {
  const { orders, stock } = build();
  const { order } = await orders.create(intent(), scope);
  await orders.cancel(order.id, scope);
  const again = await orders.create(intent(), scope);
  assert.deepEqual([again.order.status, again.replayed], ['CANCELLED', true]);
  assert.deepEqual(stock.available, { MUG: 10, VASE: 10 });
});

test('an order that is not CONFIRMED cannot be cancelled, and one that is not there neither', async () => {
  const { orders, store } = build({ MUG: 0, VASE: 0 });
  await refusalOf(orders.create(intent(), scope));
  await store.record(intent({ idempotencyKey: 'k-2' }), scope);
  for (const { id, status } of store.orders()) {
    assert.deepEqual(await refusalOf(orders.cancel(id, scope)), { kind: 'ORDER_NOT_CONFIRMED', status });
  }
  assert.deepEqual(
    store.orders().map(({ status }) => status),
    ['REJECTED', 'PENDING'],
  );
  assert.deepEqual(await refusalOf(orders.cancel('nobody', scope)), { kind: 'ORDER_NOT_FOUND' });
});

test('an order is read as it is, PENDING and REJECTED as well', async () => {
  const { orders, store } = build();
  const { order } = await store.record(intent(), scope);
  assert.equal((await orders.get(order.id, scope)).status, 'PENDING');
  assert.deepEqual(await refusalOf(orders.get('nobody', scope)), { kind: 'ORDER_NOT_FOUND' });
});
