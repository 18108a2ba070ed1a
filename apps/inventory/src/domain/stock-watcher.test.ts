import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stockOf } from '../testing/stock.ts';
import { createStockWatcher } from './stock-watcher.ts';

const watchAll = () => createStockWatcher(new Set());
const availableOf = (stock: readonly { sku: string; available: number }[]) =>
  stock.map(({ sku, available }) => [sku, available]);

test('the first reading is all new', async () => {
  const watcher = watchAll();
  watcher.take([stockOf('A', 1), stockOf('B', 2)]);
  assert.deepEqual(availableOf(await watcher.next()), [
    ['A', 1],
    ['B', 2],
  ]);
});

test('a later reading tells only what changed', async () => {
  const watcher = watchAll();
  watcher.take([stockOf('A', 5), stockOf('B', 5)]);
  await watcher.next();
  watcher.take([stockOf('A', 5), stockOf('B', 5, { available: 4 })]);
  assert.deepEqual(availableOf(await watcher.next()), [['B', 4]]);
});

test('a change of the total alone is a change', async () => {
  const watcher = watchAll();
  watcher.take([stockOf('A', 5)]);
  await watcher.next();
  watcher.take([stockOf('A', 6, { available: 5 })]);
  assert.equal((await watcher.next())[0]?.total, 6);
});

test('a reader that waits is woken by a change, and by nothing else', async () => {
  const watcher = watchAll();
  watcher.take([stockOf('A', 5)]);
  await watcher.next();
  let woken = false;
  const next = watcher.next().then((rows) => {
    woken = true;
    return rows;
  });
  watcher.take([stockOf('A', 5)]);
  await new Promise(setImmediate);
  assert.equal(woken, false);
  watcher.take([stockOf('A', 4)]);
  assert.deepEqual(availableOf(await next), [['A', 4]]);
});

test('a slow reader gets the newest state of each SKU, however often it changed', async () => {
  const watcher = watchAll();
  for (let available = 1000; available > 0; available -= 1) {
    watcher.take([stockOf('A', 1000, { available }), stockOf('B', 7)]);
  }
  assert.deepEqual(availableOf(await watcher.next()), [
    ['A', 1],
    ['B', 7],
  ]);
});

test('only the SKUs that were asked for are told', async () => {
  const watcher = createStockWatcher(new Set(['B']));
  watcher.take([stockOf('A', 1), stockOf('B', 2), stockOf('C', 3)]);
  assert.deepEqual(availableOf(await watcher.next()), [['B', 2]]);
});

test('a failure is told before what had changed, to a reader that waits and to one that comes later', async () => {
  const failure = new Error('the database is away');
  const waiting = watchAll();
  const next = waiting.next();
  waiting.fail(failure);
  await assert.rejects(next, failure);
  const late = watchAll();
  late.take([stockOf('A', 1)]);
  late.fail(failure);
  await assert.rejects(late.next(), failure);
  await assert.rejects(late.next(), failure);
});
