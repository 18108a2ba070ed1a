import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stockOf } from '../testing/stock.ts';
import { createStockFeed } from './stock-feed.ts';

const endless = () => new AbortController().signal;

test('a watcher gets the stock at the next reading, then each change', async () => {
  const feed = createStockFeed();
  const watch = feed.watch([], endless());
  const first = watch.next();
  feed.publish([stockOf('A', 5), stockOf('B', 5)]);
  assert.deepEqual((await first).value, stockOf('A', 5));
  assert.deepEqual((await watch.next()).value, stockOf('B', 5));
  const change = watch.next();
  feed.publish([stockOf('A', 5), stockOf('B', 5, { available: 1 })]);
  assert.deepEqual((await change).value, stockOf('B', 5, { available: 1 }));
});

test('each watcher has a state of its own: one that comes later still gets all', async () => {
  const feed = createStockFeed();
  const early = feed.watch([], endless());
  const first = early.next();
  feed.publish([stockOf('A', 5)]);
  await first;
  const late = feed.watch([], endless());
  const firstOfLate = late.next();
  feed.publish([stockOf('A', 5)]);
  assert.deepEqual((await firstOfLate).value, stockOf('A', 5));
});

test('only the SKUs that were asked for are watched', async () => {
  const feed = createStockFeed();
  const watch = feed.watch(['B'], endless());
  const first = watch.next();
  feed.publish([stockOf('A', 1), stockOf('B', 2)]);
  assert.deepEqual((await first).value, stockOf('B', 2));
});

test('an abort ends the watch with its reason, and nobody watches any more', async () => {
  const feed = createStockFeed();
  const caller = new AbortController();
  const watch = feed.watch([], caller.signal);
  const first = watch.next();
  assert.equal(feed.watched, true);
  const reason = new Error('the caller went away');
  caller.abort(reason);
  await assert.rejects(first, reason);
  assert.equal(feed.watched, false);
});

test('a watch that begins with an aborted signal ends at once', { timeout: 2000 }, async () => {
  const feed = createStockFeed();
  const reason = new Error('the server is stopping');
  await assert.rejects(feed.watch([], AbortSignal.abort(reason)).next(), reason);
  assert.equal(feed.watched, false);
});

test('a watch that its reader leaves is forgotten', async () => {
  const feed = createStockFeed();
  const watch = feed.watch([], endless());
  const first = watch.next();
  feed.publish([stockOf('A', 1)]);
  await first;
  await watch.return(undefined);
  assert.equal(feed.watched, false);
});

test('a failure ends every watch with its error', async () => {
  const feed = createStockFeed();
  const watches = [feed.watch([], endless()), feed.watch(['A'], endless())].map((watch) => watch.next());
  const failure = new Error('the database is away');
  feed.fail(failure);
  for (const watch of watches) await assert.rejects(watch, failure);
  assert.equal(feed.watched, false);
});
