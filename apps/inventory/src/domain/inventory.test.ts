import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tenSeconds } from '../testing/scope.ts';
import { stockOf } from '../testing/stock.ts';
import { createInventory } from './inventory.ts';
import type { Refusal } from './refusal.ts';
import type { Reservation } from './reservation.ts';
import type { StockStore } from './stock-store.ts';

const scope = tenSeconds();
const line = { sku: 'MUG', quantity: 2 };
const madeBy = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };

const held: Reservation = {
  orderId: 'o-1',
  status: 'HELD',
  lines: [{ ...line, priceMinor: 250 }],
  currency: 'EUR',
  refusal: undefined,
  createTime: new Date(0),
  expireTime: new Date(60_000),
};
const committed: Reservation = { ...held, status: 'COMMITTED' };
const released: Reservation = { ...held, status: 'RELEASED' };
const tombstone: Reservation = { ...released, lines: [], currency: '' };
const rejected: Reservation = {
  ...held,
  status: 'REJECTED',
  refusal: { kind: 'OUT_OF_STOCK', sku: 'MUG' },
};

/** An inventory whose store answers each of its calls with the same, and what the store was asked. */
function build(answer: Reservation | undefined, restocked?: ReturnType<typeof stockOf>) {
  const asked: unknown[] = [];
  const ask = async (...args: readonly unknown[]) => {
    asked.push(args.slice(0, -1));
    return answer as Reservation;
  };
  const unused = () => assert.fail('not a part of this');
  const store: StockStore = {
    listStock: unused,
    auditStock: unused,
    listReservations: unused,
    listExpired: unused,
    releaseExpired: unused,
    reserve: ask,
    commit: ask,
    release: ask,
    restock: async () => restocked,
  };
  return { inventory: createInventory(store, 60_000), asked };
}

const reserveOf = (answer: Reservation, lines = [line]) =>
  build(answer).inventory.reserve('o-1', lines, madeBy, scope);
const commitOf = (answer: Reservation | undefined) => build(answer).inventory.commit('o-1', scope);

const refused = (refusal: Refusal) => ({ name: 'Refused', refusal });

test('a Reserve asks for the lines to be held for as long as is configured, and says who asks', async () => {
  const { inventory, asked } = build(held);
  assert.equal(await inventory.reserve('o-1', [line], madeBy, scope), held);
  assert.deepEqual(asked, [[{ orderId: 'o-1', lines: [line], holdMs: 60_000, madeBy }]]);
});

test('a Reserve that is repeated answers the reservation, HELD or COMMITTED', async () => {
  for (const answer of [held, committed]) assert.equal(await reserveOf(answer), answer);
});

test('a Reserve that was refused is refused the same when it is repeated', async () => {
  await assert.rejects(reserveOf(rejected), refused({ kind: 'OUT_OF_STOCK', sku: 'MUG' }));
});

test('a Reserve of a released order is refused, also where only the tombstone of an early Release is there', async () => {
  await assert.rejects(reserveOf(released), refused({ kind: 'RESERVATION_RELEASED' }));
  await assert.rejects(reserveOf(tombstone), refused({ kind: 'RESERVATION_RELEASED' }));
});

test('a Reserve of other lines than before is a mismatch', async () => {
  const others = [{ sku: 'MUG', quantity: 3 }];
  await assert.rejects(reserveOf(held, others), refused({ kind: 'RESERVATION_MISMATCH' }));
  await assert.rejects(reserveOf(committed, others), refused({ kind: 'RESERVATION_MISMATCH' }));
});

test('a Commit answers the COMMITTED reservation, however often', async () => {
  assert.equal(await commitOf(committed), committed);
});

test('a Commit is refused where there is no reservation, and where it holds no stock', async () => {
  await assert.rejects(commitOf(undefined), refused({ kind: 'RESERVATION_NOT_FOUND' }));
  await assert.rejects(commitOf(released), refused({ kind: 'RESERVATION_RELEASED' }));
  await assert.rejects(commitOf(rejected), refused({ kind: 'OUT_OF_STOCK', sku: 'MUG' }));
});

test('a Release answers what it left, and refuses nothing', async () => {
  for (const answer of [released, tombstone, rejected]) {
    assert.equal(await build(answer).inventory.release('o-1', scope), answer);
  }
});

test('a Restock answers the stock; a request id that stands for another one is a mismatch', async () => {
  const stock = stockOf('MUG', 12);
  assert.equal(await build(held, stock).inventory.restock('r-1', line, scope), stock);
  await assert.rejects(
    build(held).inventory.restock('r-1', line, scope),
    refused({ kind: 'RESTOCK_MISMATCH' }),
  );
});
