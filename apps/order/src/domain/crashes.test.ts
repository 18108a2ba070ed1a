import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crashAt } from '../testing/crash.ts';
import { intent } from '../testing/intent.ts';
import { memoryOrderStore } from '../testing/memory-order-store.ts';
import { memoryStock } from '../testing/memory-stock.ts';
import { tenSeconds } from '../testing/scope.ts';
import type { OrderStore } from './order-store.ts';
import { createOrders } from './orders.ts';
import type { Stock } from './stock.ts';
import { sweep } from './sweep.ts';

/** Something done for the one order, whose id is empty before it is there. */
type Work = (store: OrderStore, stock: Stock, id: string) => Promise<unknown>;

interface Left {
  readonly store: ReturnType<typeof memoryOrderStore>;
  readonly stock: ReturnType<typeof memoryStock>;
  /** Where it crashed, for messages. */
  readonly where: string;
}

const scope = tenSeconds();
const nothing: Work = async () => {};
const create: Work = (store, stock) => createOrders(store, stock).create(intent(), scope);
const cancel: Work = (store, stock, id) => createOrders(store, stock).cancel(id, scope);
const sweepUp: Work = (store, stock) => sweep(store, stock, scope);

async function build(available: object, prepare: Work) {
  const store = memoryOrderStore();
  const stock = memoryStock({ ...available });
  // A rejection is an outcome like any other.
  await prepare(store, stock, '').catch(() => {});
  return { store, stock, id: store.orders()[0]?.id ?? '' };
}

/** What is left when `work` crashed at one of its steps and `recover` was run later, for each step. */
async function* eachCrash(available: object, prepare: Work, work: Work, recover: Work): AsyncGenerator<Left> {
  for (let step = 0; ; step += 1) {
    for (const when of ['before', 'after'] as const) {
      const { store, stock, id } = await build(available, prepare);
      const crash = crashAt(step, when);
      await work(crash.wrap<OrderStore>(store), crash.wrap<Stock>(stock), id).catch(() => {});
      if (!crash.happened()) return;
      store.age(60_000);
      await recover(store, stock, id).catch(() => {});
      yield { store, stock, where: `${when} step ${step}` };
    }
  }
}

const resultOf = ({ store, stock }: Pick<Left, 'store' | 'stock'>) => ({
  orders: store.orders().map(({ status, rejection, totalMinor }) => ({ status, rejection, totalMinor })),
  available: stock.available,
});

const scenarios = [
  { name: 'enough stock', available: { MUG: 5, VASE: 5 }, crashes: 8 },
  { name: 'too little stock', available: { MUG: 5, VASE: 0 }, crashes: 6 },
  { name: 'an unknown product', available: { MUG: 5 }, crashes: 6 },
];

for (const { name, available, crashes } of scenarios) {
  test(`with ${name}, an order that crashes at any step and is repeated ends as if nothing had happened`, async () => {
    const expected = resultOf(await build(available, create));
    let count = 0;
    for await (const left of eachCrash(available, nothing, create, create)) {
      assert.deepEqual(resultOf(left), expected, left.where);
      count += 1;
    }
    assert.equal(count, crashes);
  });

  test(`with ${name}, an order that crashes at any step and is left to the sweeper ends all the same`, async () => {
    const expected = resultOf(await build(available, create));
    for await (const left of eachCrash(available, nothing, create, sweepUp)) {
      // Where the intent was not stored there is no order, and nothing was taken for one.
      const stored = left.where !== 'before step 0';
      assert.deepEqual(resultOf(left), stored ? expected : { orders: [], available }, left.where);
    }
  });
}

test('a cancel that crashes at any step and is repeated gives the stock back exactly once', async () => {
  let count = 0;
  for await (const { store, stock, where } of eachCrash({ MUG: 5, VASE: 5 }, create, cancel, cancel)) {
    assert.equal(store.orders()[0]?.status, 'CANCELLED', where);
    assert.deepEqual(stock.available, { MUG: 5, VASE: 5 }, where);
    count += 1;
  }
  assert.equal(count, 6);
});

test('a cancel that crashes at any step and is left to the sweeper is whole or was never asked for', async () => {
  for await (const { store, stock, where } of eachCrash({ MUG: 5, VASE: 5 }, create, cancel, sweepUp)) {
    const asked = where !== 'before step 0';
    assert.equal(store.orders()[0]?.status, asked ? 'CANCELLED' : 'CONFIRMED', where);
    assert.deepEqual(stock.available, asked ? { MUG: 5, VASE: 5 } : { MUG: 3, VASE: 4 }, where);
  }
});

test('a driver that comes back late changes nothing about an order that others have ended', async () => {
  const { store, stock } = await build({ MUG: 5, VASE: 5 }, nothing);
  const late = Promise.withResolvers<void>();
  const slow = {
    ...store,
    settle: (...args: Parameters<OrderStore['settle']>) => late.promise.then(() => store.settle(...args)),
  };
  const first = createOrders(slow, stock).create(intent(), scope);
  store.age(60_000);
  await new Promise(setImmediate);
  await sweep(store, stock, scope);
  const [order] = store.orders();
  await createOrders(store, stock).cancel(order?.id ?? '', scope);
  late.resolve();
  assert.equal((await first).order.status, 'CANCELLED');
  assert.deepEqual(stock.available, { MUG: 5, VASE: 5 });
});
