import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { tenSeconds } from '../testing/scope.ts';
import { stockDatabase } from '../testing/stock-database.ts';

const { store, database, fill, available, reserve, stop } = await stockDatabase();
after(stop);

/** Runs `call` while another transaction has changed what is available and has not committed yet. */
async function meanwhile<T>(change: number, call: () => Promise<T>): Promise<T> {
  const { result } = await database.transaction(tenSeconds(), async (sql) => {
    await sql.query('UPDATE stock SET available = available + $1', [change]);
    const result = call();
    await untilOneWaits();
    return { result };
  });
  return result;
}

async function untilOneWaits(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
  while ((await database.query(tenSeconds(), waiting)).length === 0);
}

test('a Reserve that waited for its row takes stock that came back meanwhile', async () => {
  await fill({ A: 3 });
  const first = await reserve({ A: 3 });
  await store.commit(first.orderId, tenSeconds());
  const { status } = await meanwhile(3, () => reserve({ A: 3 }));
  assert.equal(status, 'HELD');
  assert.deepEqual(await available(), { A: 0 });
});

test('a Reserve that waited for its row refuses stock that went meanwhile', async () => {
  await fill({ A: 3 });
  const { refusal } = await meanwhile(-3, () => reserve({ A: 3 }));
  assert.deepEqual(refusal, { kind: 'OUT_OF_STOCK', sku: 'A' });
});

test('a Release that waited for its row gives back on top of what others took meanwhile', async () => {
  await fill({ A: 10 });
  const id = randomUUID();
  await reserve({ A: 2 }, id);
  await store.restock('r', { sku: 'A', quantity: 2 }, tenSeconds());
  await meanwhile(-5, () => store.release(id, tenSeconds()));
  assert.deepEqual(await available(), { A: 7 });
});
