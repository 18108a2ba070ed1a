import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intent } from '../testing/intent.ts';
import { memoryOrderStore } from '../testing/memory-order-store.ts';
import { memoryStock } from '../testing/memory-stock.ts';
import { tenSeconds } from '../testing/scope.ts';
import { createOrders } from './orders.ts';
import { type Frame, sweep } from './sweep.ts';

const scope = tenSeconds();
const mug = [{ sku: 'MUG', quantity: 1 }];

/** A store with as many PENDING orders of a mug each, all old enough to be abandoned. */
async function abandoned(count: number) {
  const store = memoryOrderStore();
  const stock = memoryStock({ MUG: 1000 });
  for (let index = 0; index < count; index += 1) {
    await store.record(intent({ idempotencyKey: `k-${index}`, items: mug }), scope);
  }
  store.age(60_000);
  const statuses = () => store.orders().map(({ status }) => status);
  return { store, stock, statuses };
}

test('a sweep ends what was abandoned', async () => {
  const { store, stock, statuses } = await abandoned(10);
  await sweep(store, stock, scope);
  assert.deepEqual(statuses(), Array(10).fill('CONFIRMED'));
  assert.equal(stock.available['MUG'], 990);
});

test('a sweep leaves an order alone whose call may still be driving it', async () => {
  const store = memoryOrderStore();
  const stock = memoryStock({ MUG: 5 });
  await store.record(intent({ items: mug }), scope);
  await sweep(store, stock, scope);
  assert.equal(store.orders()[0]?.status, 'PENDING');
});

test('a sweep asks nothing of the stock for orders that have ended', async () => {
  const { store, stock } = await abandoned(3);
  await sweep(store, stock, scope);
  const untouchable = memoryStock({});
  await sweep(store, untouchable, scope);
  assert.deepEqual(
    store.orders().map(({ id }) => untouchable.statusOf(id)),
    [undefined, undefined, undefined],
  );
});

test('a sweep finishes a cancel that was asked for', async () => {
  const { store, stock, statuses } = await abandoned(2);
  await sweep(store, stock, scope);
  await store.requestCancel(store.orders()[0]?.id ?? '', scope);
  await sweep(store, stock, scope);
  assert.deepEqual(statuses(), ['CANCELLED', 'CONFIRMED']);
  assert.equal(stock.available['MUG'], 999);
});

test('an order that cannot be finished keeps none of the others, and is told in an aggregate error', async () => {
  const { store, stock, statuses } = await abandoned(10);
  const stuck = new Set([store.orders()[0]?.id, store.orders()[7]?.id]);
  const limping = {
    ...stock,
    reserve: async (...args: Parameters<typeof stock.reserve>) => {
      if (stuck.has(args[0])) throw new Error(`stuck ${args[0]}`);
      return stock.reserve(...args);
    },
  };
  await assert.rejects(sweep(store, limping, scope), (error: AggregateError) => {
    assert.deepEqual(new Set(error.errors.map(({ message }) => message.slice(6))), stuck);
    assert.equal(error.message, '2 orders could not be finished yet');
    return true;
  });
  assert.equal(statuses().filter((status) => status === 'CONFIRMED').length, 8);
  await sweep(store, stock, scope);
  assert.deepEqual(statuses(), Array(10).fill('CONFIRMED'));
});

test('each order is finished within its frame, and a sweep that finds none makes no frame', async () => {
  const { store, stock, statuses } = await abandoned(3);
  const framed: string[] = [];
  const frame: Frame = async (order, finish) => {
    assert.equal(order.status, 'PENDING');
    framed.push(`${order.id} ${(await finish()).status}`);
  };
  await sweep(store, stock, scope, frame);
  assert.deepEqual(
    framed,
    store.orders().map(({ id }) => `${id} CONFIRMED`),
  );
  await sweep(store, stock, scope, frame);
  assert.equal(framed.length, statuses().length);
});

for (const [what, over] of [
  ['is stopped', { signal: AbortSignal.abort() }],
  ['is out of time', { deadline: 0 }],
] as const) {
  test(`a sweep that ${what} begins no other order`, async () => {
    const { store, stock, statuses } = await abandoned(10);
    let framed = 0;
    const frame: Frame = async () => {
      framed += 1;
    };
    await sweep(store, stock, { ...scope, ...over }, frame);
    assert.equal(framed, 0);
    assert.deepEqual(statuses(), Array(10).fill('PENDING'));
  });
}

test('each order is taken once, a few of them at a time', async () => {
  const { store, stock } = await abandoned(50);
  const taken: string[] = [];
  let now = 0;
  let most = 0;
  const counting = {
    ...stock,
    reserve: async (...args: Parameters<typeof stock.reserve>) => {
      taken.push(args[0]);
      now += 1;
      most = Math.max(most, now);
      await new Promise(setImmediate);
      now -= 1;
      return stock.reserve(...args);
    },
  };
  await sweep(store, counting, scope);
  assert.equal(taken.length, 50);
  assert.equal(new Set(taken).size, 50);
  assert.ok(most > 1 && most <= 4, `${most} at a time`);
});

test('sweeps of two processes and a customer who repeats all agree', async () => {
  const { store, stock, statuses } = await abandoned(20);
  await Promise.all([
    sweep(store, stock, scope),
    sweep(store, stock, scope),
    createOrders(store, stock).create(intent({ idempotencyKey: 'k-3', items: mug }), scope),
  ]);
  assert.deepEqual(statuses(), Array(20).fill('CONFIRMED'));
  assert.equal(stock.available['MUG'], 980);
});
