import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { status } from '@mesh/rpc';
import { tenSeconds } from '../testing/scope.ts';
import { everything, nobody, stockDatabase } from '../testing/stock-database.ts';
import { openStockDatabase } from './open-stock-database.ts';

const { store, database, fill, available, reserve, stop, ...options } = await stockDatabase();
after(stop);
beforeEach(() => fill({ A: 10, B: 5, C: 0 }));

test('a reservation takes its lines out of what is available, at the prices of now', async () => {
  const reservation = await reserve({ B: 2, A: 3 });
  assert.deepEqual(
    [reservation.status, reservation.lines, reservation.currency, reservation.refusal],
    [
      'HELD',
      [
        { sku: 'A', quantity: 3, priceMinor: 250 },
        { sku: 'B', quantity: 2, priceMinor: 250 },
      ],
      'EUR',
      undefined,
    ],
  );
  const heldFor = reservation.expireTime.getTime() - reservation.createTime.getTime();
  assert.equal(heldFor, 60_000);
  assert.deepEqual(await available(), { A: 7, B: 3, C: 0 });
});

test('a Reserve that is repeated answers the reservation and takes nothing more, whatever it asks for', async () => {
  const id = randomUUID();
  const first = await reserve({ A: 3 }, id);
  await database.query(tenSeconds(), 'UPDATE stock SET price_minor = 9999');
  assert.deepEqual(await reserve({ A: 3 }, id), first);
  assert.deepEqual(await reserve({ A: 1, B: 1 }, id), first);
  assert.deepEqual(await available(), { A: 7, B: 5, C: 0 });
});

test('the last piece can be reserved', async () => {
  assert.equal((await reserve({ B: 5 })).status, 'HELD');
  assert.equal((await reserve({ B: 1 })).status, 'REJECTED');
});

test('a reservation holds every line or none, and its refusal is recorded and replayed', async () => {
  const id = randomUUID();
  const refused = await reserve({ A: 1, B: 6, C: 1 }, id);
  assert.deepEqual([refused.status, refused.refusal], ['REJECTED', { kind: 'OUT_OF_STOCK', sku: 'B' }]);
  assert.deepEqual(await available(), { A: 10, B: 5, C: 0 });
  await store.restock('r-1', { sku: 'B', quantity: 100 }, tenSeconds());
  await store.restock('r-2', { sku: 'C', quantity: 100 }, tenSeconds());
  assert.deepEqual(await reserve({ A: 1, B: 6, C: 1 }, id), refused);
});

test('an unknown product goes before a short one, and holds nothing', async () => {
  const refused = await reserve({ A: 1, C: 1, X: 1, Y: 1 });
  assert.deepEqual(refused.refusal, { kind: 'UNKNOWN_SKU', sku: 'X' });
  assert.deepEqual(await available(), { A: 10, B: 5, C: 0 });
});

test('a Commit makes a HELD reservation final, however often, and changes no stock', async () => {
  const { orderId } = await reserve({ A: 3 });
  const committed = await store.commit(orderId, tenSeconds());
  assert.equal(committed?.status, 'COMMITTED');
  assert.deepEqual(await store.commit(orderId, tenSeconds()), committed);
  assert.deepEqual(await available(), { A: 7, B: 5, C: 0 });
});

test('a Commit changes neither what is released nor what is rejected, and finds nothing where nothing is', async () => {
  const { orderId } = await reserve({ A: 3 });
  await store.release(orderId, tenSeconds());
  assert.equal((await store.commit(orderId, tenSeconds()))?.status, 'RELEASED');
  const rejected = await reserve({ C: 1 });
  assert.equal((await store.commit(rejected.orderId, tenSeconds()))?.status, 'REJECTED');
  assert.equal(await store.commit(randomUUID(), tenSeconds()), undefined);
});

test('a Release gives back what is held or committed, once', async () => {
  for (const commit of [false, true]) {
    const { orderId } = await reserve({ A: 3, B: 1 });
    if (commit) await store.commit(orderId, tenSeconds());
    const released = await store.release(orderId, tenSeconds());
    assert.equal(released.status, 'RELEASED');
    assert.deepEqual(await store.release(orderId, tenSeconds()), released);
    assert.deepEqual(await available(), { A: 10, B: 5, C: 0 });
    assert.equal((await reserve({ A: 3, B: 1 }, orderId)).status, 'RELEASED');
  }
});

test('a Release of what was rejected gives nothing back', async () => {
  const rejected = await reserve({ A: 1, C: 1 });
  assert.deepEqual(await store.release(rejected.orderId, tenSeconds()), rejected);
  assert.deepEqual(await available(), { A: 10, B: 5, C: 0 });
});

test('a Release that comes first leaves a tombstone, and the late Reserve takes nothing', async () => {
  const id = randomUUID();
  const tombstone = await store.release(id, tenSeconds());
  assert.deepEqual([tombstone.status, tombstone.lines], ['RELEASED', []]);
  assert.deepEqual(await store.release(id, tenSeconds()), tombstone);
  assert.equal((await reserve({ A: 3 }, id)).status, 'RELEASED');
  assert.deepEqual(await available(), { A: 10, B: 5, C: 0 });
});

test('a Restock raises total and available, once a request id', async () => {
  await reserve({ A: 4 });
  const raised = await store.restock('r-1', { sku: 'A', quantity: 5 }, tenSeconds());
  assert.deepEqual([raised?.total, raised?.available], [15, 11]);
  assert.deepEqual(await store.restock('r-1', { sku: 'A', quantity: 5 }, tenSeconds()), raised);
});

test('a request id that stands for another restock changes nothing', async () => {
  await store.restock('r-1', { sku: 'A', quantity: 5 }, tenSeconds());
  assert.equal(await store.restock('r-1', { sku: 'A', quantity: 6 }, tenSeconds()), undefined);
  assert.equal(await store.restock('r-1', { sku: 'B', quantity: 5 }, tenSeconds()), undefined);
  assert.deepEqual(await available(), { A: 15, B: 5, C: 0 });
});

test('a Restock of an unknown product is refused, and its request id stays free', async () => {
  const refused = { refusal: { kind: 'UNKNOWN_SKU', sku: 'X' } };
  await assert.rejects(store.restock('r-1', { sku: 'X', quantity: 5 }, tenSeconds()), refused);
  assert.equal((await store.restock('r-1', { sku: 'A', quantity: 5 }, tenSeconds()))?.total, 15);
});

test('a Restock over what a stock can count is refused, and its request id stays free', async () => {
  await fill({ A: 2_147_483_640 });
  const refused = { refusal: { kind: 'STOCK_LIMIT', sku: 'A' } };
  await assert.rejects(store.restock('r-1', { sku: 'A', quantity: 8 }, tenSeconds()), refused);
  assert.equal((await store.restock('r-1', { sku: 'A', quantity: 7 }, tenSeconds()))?.total, 2_147_483_647);
});

test('the audit sums up what is held and committed of each product', async () => {
  await reserve({ A: 1 });
  await reserve({ A: 2, B: 1 });
  await store.commit((await reserve({ A: 4 })).orderId, tenSeconds());
  await store.release((await reserve({ B: 2 })).orderId, tenSeconds());
  await reserve({ C: 1 });
  const audit = await store.auditStock(everything, tenSeconds());
  assert.deepEqual(
    audit.map(({ sku, total, available: free, held, committed }) => [sku, total, free, held, committed]),
    [
      ['A', 10, 3, 3, 4],
      ['B', 5, 4, 1, 0],
      ['C', 0, 0, 0, 0],
    ],
  );
});

test('stock is listed by SKU, page by page or by name, in both views', async () => {
  await fill({ b: 1, B: 1, 'A-1': 1, A1: 1 });
  for (const list of [store.listStock, store.auditStock]) {
    const skusOf = async (selection: object) =>
      (await list({ ...everything, ...selection }, tenSeconds())).map(({ sku }) => sku);
    assert.deepEqual(await skusOf({}), ['A-1', 'A1', 'B', 'b']);
    assert.deepEqual(await skusOf({ limit: 2 }), ['A-1', 'A1']);
    assert.deepEqual(await skusOf({ limit: 2, after: 'A1' }), ['B', 'b']);
    assert.deepEqual(await skusOf({ only: ['b', 'A1', 'X'] }), ['A1', 'b']);
  }
});

test('reservations are listed by order id, newest first', async () => {
  const ids = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-0000-7000-8000-000000000000`);
  for (const id of ids) await reserve({ A: 1 }, id);
  const idsOf = async (selection: object) =>
    (await store.listReservations({ ...everything, ...selection }, tenSeconds())).map(
      ({ orderId }) => orderId,
    );
  assert.deepEqual(await idsOf({}), ids.toReversed());
  assert.deepEqual(await idsOf({ limit: 1, after: ids[2] }), [ids[1]]);
  assert.deepEqual(await idsOf({ only: [ids[0]] }), [ids[0]]);
});

test('the products are seeded into an empty table only', async () => {
  await fill({ A: 1 });
  const again = async () => (await openStockDatabase(options)).close();
  await again();
  assert.deepEqual(await available(), { A: 1 });
  await fill({});
  await Promise.all([again(), again()]);
  assert.deepEqual(await available(), { SEEDED: 7 });
});

test('replicas that start at once on an empty database make its tables and its products once', async () => {
  await database.query(tenSeconds(), 'DROP SCHEMA public CASCADE');
  await database.query(tenSeconds(), 'CREATE SCHEMA public');
  const open = async () => (await openStockDatabase(options)).close();
  await Promise.all([open(), open(), open()]);
  assert.deepEqual(await available(), { SEEDED: 7 });
});

test('a lock that is not given before the deadline is DEADLINE_EXCEEDED, and nothing has changed', async () => {
  await database.transaction(tenSeconds(), async (sql) => {
    await sql.query(`SELECT FROM stock WHERE sku = 'A' FOR UPDATE`);
    const order = { orderId: randomUUID(), lines: [{ sku: 'A', quantity: 1 }], holdMs: 1, madeBy: nobody };
    await assert.rejects(store.reserve(order, { ...tenSeconds(), deadline: Date.now() + 100 }), {
      code: status.DEADLINE_EXCEEDED,
    });
  });
  assert.deepEqual(await store.listReservations(everything, tenSeconds()), []);
});
