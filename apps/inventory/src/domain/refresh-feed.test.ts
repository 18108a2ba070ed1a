import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tenSeconds } from '../testing/scope.ts';
import { stockOf } from '../testing/stock.ts';
import { refreshFeed } from './refresh-feed.ts';
import type { Stock } from './stock.ts';
import { createStockFeed } from './stock-feed.ts';
import type { StockStore } from './stock-store.ts';

const scope = tenSeconds();

/** A store of which only the stock can be read; counts how often it was. */
function storeOf(read: () => Promise<Stock[]>) {
  const reads = { count: 0 };
  const listStock = async () => {
    reads.count += 1;
    return read();
  };
  return { store: { listStock } as Partial<StockStore> as StockStore, reads };
}

test('the stock is not read while nobody watches', async () => {
  const { store, reads } = storeOf(async () => []);
  await refreshFeed(createStockFeed(), store, scope);
  assert.equal(reads.count, 0);
});

test('those who watch are told what was read', async () => {
  const feed = createStockFeed();
  const { store } = storeOf(async () => [stockOf('A', 1)]);
  const first = feed.watch([], scope.signal).next();
  await refreshFeed(feed, store, scope);
  assert.deepEqual((await first).value, stockOf('A', 1));
});

test('where the stock cannot be read, those who watch are told, and so is the loop', async () => {
  const feed = createStockFeed();
  const failure = new Error('the database is away');
  const { store } = storeOf(() => Promise.reject(failure));
  const first = feed.watch([], scope.signal).next();
  await assert.rejects(refreshFeed(feed, store, scope), failure);
  await assert.rejects(first, failure);
});
