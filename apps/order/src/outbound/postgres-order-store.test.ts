import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { openDatabase } from '@mesh/postgres';
import { status } from '@mesh/rpc';
import type { Order } from '../domain/order.ts';
import type { Outcome } from '../domain/order-store.ts';
import { intent } from '../testing/intent.ts';
import { freePort, startPostgres } from '../testing/postgres.ts';
import { tenSeconds } from '../testing/scope.ts';
import { openOrderDatabase } from './open-order-database.ts';
import { createPostgresOrderStore } from './postgres-order-store.ts';

const server = await startPostgres();
const database = await openOrderDatabase({ url: server.url, maxConnections: 10, onError: () => {} });
after(async () => {
  await database.close();
  await server.stop();
});
beforeEach(() => database.query(tenSeconds(), 'TRUNCATE orders'));

const store = createPostgresOrderStore(database);

const items = [{ sku: 'MUG', quantity: 2, priceMinor: 19_999 }];
const confirmed: Outcome = { status: 'CONFIRMED', items, currency: 'EUR' };
const rejected: Outcome = { status: 'REJECTED', rejection: { kind: 'OUT_OF_STOCK', sku: 'MUG' } };

/** A new order, PENDING. */
const record = async (key = randomUUID() as string) =>
  (await store.record(intent({ idempotencyKey: key }), tenSeconds())).order;

const recordAnd = async (outcome: Outcome) => store.settle((await record()).id, outcome, tenSeconds());

/** Lets time pass for an order. */
const age = (id: string, ms: number) =>
  database.query(
    tenSeconds(),
    `UPDATE orders SET create_time = create_time - $2 * interval '1 ms', cancel_time = cancel_time - $2 * interval '1 ms' WHERE id = $1`,
    [id, ms],
  );

test('an intent is stored PENDING, with its items in their order and at no price yet', async () => {
  const before = Date.now();
  const { order, recorded } = await store.record(intent(), tenSeconds());
  const { id, createTime, ...rest } = order;
  assert.equal(recorded, true);
  assert.match(id, /^[0-9a-f-]{36}$/);
  assert.ok(Math.abs(createTime.getTime() - before) < 60_000);
  assert.deepEqual(rest, {
    ...intent(),
    items: intent().items.map((item) => ({ ...item, priceMinor: 0 })),
    status: 'PENDING',
    totalMinor: 0,
    currency: '',
    rejection: undefined,
  });
});

test('a key that is known answers its order as it is now, whatever else the intent says', async () => {
  const { order } = await store.record(intent(), tenSeconds());
  await store.settle(order.id, confirmed, tenSeconds());
  const other = { items: [{ sku: 'VASE', quantity: 9 }], traceId: 'b'.repeat(32) };
  const again = await store.record(intent(other), tenSeconds());
  assert.deepEqual(
    [again.recorded, again.order.id, again.order.status, again.order.traceId],
    [false, order.id, 'CONFIRMED', order.traceId],
  );
  const stranger = await store.record(intent({ customerId: 'c-2' }), tenSeconds());
  assert.equal(stranger.recorded, true);
});

test('of many intents with one key at the same time one is recorded, and all get its order', async () => {
  for (let round = 0; round < 5; round += 1) {
    const key = `k-${round}`;
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => store.record(intent({ idempotencyKey: key }), tenSeconds())),
    );
    assert.equal(answers.filter(({ recorded }) => recorded).length, 1);
    assert.equal(new Set(answers.map(({ order }) => order.id)).size, 1);
  }
});

test('a settled order has its prices, its total and its currency', async () => {
  const order = await recordAnd(confirmed);
  assert.deepEqual(
    [order.status, order.items, order.totalMinor, order.currency, order.rejection],
    ['CONFIRMED', items, 39_998, 'EUR', undefined],
  );
  assert.deepEqual(await store.find(order.id, tenSeconds()), order);
});

test('a total above 32 bits is kept exactly', async () => {
  const large = [{ sku: 'MUG', quantity: 10_000, priceMinor: 9_000_000_000 }];
  const { totalMinor } = await recordAnd({ ...confirmed, items: large });
  assert.equal(totalMinor, 90_000_000_000_000);
});

test('each rejection is kept with the product that it is about', async () => {
  const rejections = [
    { kind: 'OUT_OF_STOCK', sku: 'MUG' },
    { kind: 'UNKNOWN_SKU', sku: 'MUG' },
    { kind: 'RESERVATION_EXPIRED' },
  ] as const;
  for (const rejection of rejections) {
    const order = await recordAnd({ status: 'REJECTED', rejection });
    assert.deepEqual([order.status, order.rejection, order.totalMinor], ['REJECTED', rejection, 0]);
  }
});

test('an order that has ended stays as it is, whatever it is settled with', async () => {
  for (const [first, second] of [
    [confirmed, rejected],
    [rejected, confirmed],
  ] as const) {
    const order = await recordAnd(first);
    assert.deepEqual(await store.settle(order.id, second, tenSeconds()), order);
  }
});

test('outcomes that come at the same time agree on one', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { id } = await record();
    const answers: Order[] = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        store.settle(id, index % 2 ? confirmed : rejected, tenSeconds()),
      ),
    );
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
  }
});

test('only a CONFIRMED order is cancelled, and only after the intent to', async () => {
  const open = await record();
  const refused = await recordAnd(rejected);
  for (const order of [open, refused]) {
    assert.deepEqual(await store.requestCancel(order.id, tenSeconds()), order);
    assert.deepEqual(await store.finishCancel(order.id, tenSeconds()), order);
  }
  const order = await recordAnd(confirmed);
  assert.equal((await store.finishCancel(order.id, tenSeconds())).status, 'CONFIRMED');
  assert.equal((await store.requestCancel(order.id, tenSeconds()))?.status, 'CONFIRMED');
  assert.equal((await store.finishCancel(order.id, tenSeconds())).status, 'CANCELLED');
  assert.equal((await store.requestCancel(order.id, tenSeconds()))?.status, 'CANCELLED');
  assert.equal((await store.settle(order.id, rejected, tenSeconds())).status, 'CANCELLED');
});

test('an order that is not there is not found, and cannot be settled', async () => {
  const id = randomUUID();
  assert.equal(await store.find(id, tenSeconds()), undefined);
  assert.equal(await store.requestCancel(id, tenSeconds()), undefined);
  await assert.rejects(store.settle(id, confirmed, tenSeconds()), /is gone/);
});

test('orders are listed newest first, page by page, without a gap', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 7; index += 1) ids.unshift((await record()).id);
  const listed: string[] = [];
  for (let after: string | undefined; listed.length < 7; after = listed.at(-1)) {
    const page = await store.list({ limit: 3, after }, tenSeconds());
    assert.ok(page.length > 0 && page.length <= 3);
    listed.push(...page.map(({ id }) => id));
  }
  assert.deepEqual(listed, ids);
  assert.deepEqual(await store.list({ limit: 3, after: ids.at(-1) }, tenSeconds()), []);
});

test('unfinished are the PENDING and those that are being cancelled, older than asked, oldest first', async () => {
  const [pending, cancelling] = [await record(), await recordAnd(confirmed)];
  await store.requestCancel(cancelling.id, tenSeconds());
  await record();
  for (const ended of [await recordAnd(confirmed), await recordAnd(rejected)]) await age(ended.id, 60_000);
  await age(pending.id, 60_000);
  await age(cancelling.id, 90_000);
  const found = await store.unfinished(30_000, 10, tenSeconds());
  assert.deepEqual(
    found.map(({ id }) => id),
    [cancelling.id, pending.id],
  );
  assert.equal((await store.unfinished(30_000, 1, tenSeconds())).length, 1);
  assert.equal((await store.unfinished(0, 10, tenSeconds())).length, 3);
});

test('an old order whose cancel was asked for just now is not abandoned yet', async () => {
  const order = await recordAnd(confirmed);
  await age(order.id, 60_000);
  await store.requestCancel(order.id, tenSeconds());
  assert.deepEqual(await store.unfinished(30_000, 10, tenSeconds()), []);
});

test('a database that cannot be reached is UNAVAILABLE, and worth another try', async () => {
  const url = `postgres://postgres@127.0.0.1:${await freePort()}/test`;
  const away = openDatabase({ url, maxConnections: 1, applicationName: 'order', onError: () => {} });
  await assert.rejects(createPostgresOrderStore(away).find(randomUUID(), tenSeconds()), {
    code: status.UNAVAILABLE,
    message: 'the order database is not available',
    details: { retryAfterMs: 1000 },
  });
  await away.close();
});

test('a database that does not answer before the deadline is DEADLINE_EXCEEDED, not INTERNAL', async () => {
  const order = await record();
  await database.transaction(tenSeconds(), async (sql) => {
    await sql.query('SELECT FROM orders WHERE id = $1 FOR UPDATE', [order.id]);
    const hurry = { ...tenSeconds(), deadline: Date.now() + 100 };
    await assert.rejects(store.settle(order.id, confirmed, hurry), {
      code: status.DEADLINE_EXCEEDED,
      message: 'the order database did not answer in time',
    });
  });
  assert.equal((await store.find(order.id, tenSeconds()))?.status, 'PENDING');
});

test('the tables are made once: opening the database again leaves the orders', async () => {
  const { id } = await record();
  const again = await openOrderDatabase({ url: server.url, maxConnections: 1, onError: () => {} });
  assert.equal((await createPostgresOrderStore(again).find(id, tenSeconds()))?.id, id);
  await again.close();
});
