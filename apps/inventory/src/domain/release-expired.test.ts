import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { tenSeconds } from '../testing/scope.ts';
import { everything, stockDatabase } from '../testing/stock-database.ts';
import { type Frame, releaseExpired } from './release-expired.ts';

const { store, fill, available, reserve, stop } = await stockDatabase();
after(stop);
beforeEach(() => fill({ A: 10 }));

test('what is held past its time is released, and nothing else', async () => {
  const [late, kept, committed] = [
    await reserve({ A: 1 }, randomUUID(), 0),
    await reserve({ A: 2 }),
    await reserve({ A: 4 }, randomUUID(), 0),
  ];
  await store.commit(committed.orderId, tenSeconds());
  await releaseExpired(store, tenSeconds());
  const statusOf = async (orderId: string) =>
    (await store.listReservations({ ...everything, only: [orderId] }, tenSeconds()))[0]?.status;
  assert.deepEqual(
    [await statusOf(late.orderId), await statusOf(kept.orderId), await statusOf(committed.orderId)],
    ['RELEASED', 'HELD', 'COMMITTED'],
  );
  assert.deepEqual(await available(), { A: 4 });
  await releaseExpired(store, tenSeconds());
  assert.deepEqual(await available(), { A: 4 }, 'a second run gave stock back again');
});

test('two runs at a time release each reservation once, and count it once', async () => {
  for (let index = 0; index < 3; index++) await reserve({ A: 1 }, randomUUID(), 0);
  let count = 0;
  const counting: Frame = async (_, release) => {
    // Not in one statement: `+=` would take the count from before the wait, and lose that of the other run.
    const released = await release();
    count += released;
  };
  await Promise.all([
    releaseExpired(store, tenSeconds(), counting),
    releaseExpired(store, tenSeconds(), counting),
  ]);
  assert.equal(count, 3);
  assert.deepEqual(await available(), { A: 10 });
});

test('a run is framed once with the calls that reserved, oldest first, and not at all where nothing expired', async () => {
  const framed: unknown[] = [];
  const frame: Frame = async (madeBy, release) => {
    framed.push(...madeBy);
    await release();
  };
  await releaseExpired(store, tenSeconds(), frame);
  assert.deepEqual(framed, []);
  const calls = ['a', 'b'].map((digit) => ({ traceId: digit.repeat(32), spanId: digit.repeat(16) }));
  for (const madeBy of calls) await reserve({ A: 1 }, randomUUID(), 0, madeBy);
  // Who repeats a Reserve did not make the reservation.
  const [first] = await store.listExpired(1, tenSeconds());
  await reserve({ A: 1 }, first?.orderId, 0, { traceId: 'c'.repeat(32), spanId: 'c'.repeat(16) });
  await releaseExpired(store, tenSeconds(), frame);
  assert.deepEqual(framed, calls);
  assert.deepEqual(await available(), { A: 10 });
});
