import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { releaseExpired } from '../domain/release-expired.ts';
import { tenSeconds } from '../testing/scope.ts';
import { everything, nobody, stockDatabase } from '../testing/stock-database.ts';

const { store, fill, available, reserve, stop } = await stockDatabase();
after(stop);

const minute = () => ({ ...tenSeconds(), deadline: Date.now() + 60_000 });

/** Park and Miller's generator: a run that fails can be repeated. */
function randomOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** 1 to 5 lines over six products, in any order. */
function someLines(random: (below: number) => number): Record<string, number> {
  const wanted = Array.from({ length: 1 + random(5) }, () => ['A', 'B', 'C', 'D', 'E', 'F'][random(6)]);
  return Object.fromEntries(wanted.map((sku) => [sku, 1 + random(3)]));
}

/** total = available + held + committed, and nothing below 0. */
async function assertSums() {
  for (const { sku, total, available: free, held, committed } of await store.auditStock(
    everything,
    minute(),
  )) {
    assert.equal(free + held + committed, total, sku);
    assert.ok(free >= 0 && held >= 0 && committed >= 0, sku);
  }
}

test('200 orders at once for six scarce products, with duplicates, Commits and Releases: no deadlock, no piece lost or sold twice', async () => {
  const random = randomOf(20_260_101);
  await fill({ A: 40, B: 40, C: 40, D: 40, E: 40, F: 40 });
  const orders = Array.from({ length: 200 }, () => ({
    id: randomUUID(),
    wanted: someLines(random),
    fate: random(4),
  }));
  const scope = minute();
  const calls = orders.flatMap(({ id, wanted, fate }) => {
    const order = {
      orderId: id,
      holdMs: 60_000,
      madeBy: nobody,
      lines: Object.entries(wanted).map(([sku, quantity]) => ({ sku, quantity })),
    };
    const first = store.reserve(order, scope);
    const duplicate = store.reserve({ ...order, lines: order.lines.toReversed() }, scope);
    const ends: readonly (() => Promise<unknown>)[] = [
      () => store.commit(id, scope),
      () => store.release(id, scope),
      () => Promise.all([store.commit(id, scope), store.release(id, scope), store.release(id, scope)]),
      async () => undefined,
    ];
    return [first, duplicate, first.then(ends[fate]), ...(fate === 1 ? [store.release(id, scope)] : [])];
  });
  await Promise.all(calls);
  await assertSums();
  const statuses = (await store.listReservations(everything, minute())).map(({ status }) => status);
  assert.equal(statuses.length, 200);
  // All four ways of ending occur, so that the sums prove something.
  assert.deepEqual([...new Set(statuses)].sort(), ['COMMITTED', 'HELD', 'REJECTED', 'RELEASED']);
  for (const { id } of orders) await store.release(id, minute());
  assert.deepEqual(await available(), { A: 40, B: 40, C: 40, D: 40, E: 40, F: 40 });
});

test('a Reserve and a Release of one order at the same time leave it released, and every piece there', async () => {
  await fill({ A: 1000, B: 1000 });
  for (let round = 0; round < 100; round += 1) {
    const id = randomUUID();
    const both = [() => reserve({ B: 1, A: 2 }, id), () => store.release(id, minute())];
    const calls = (round % 2 ? both : both.toReversed()).map((call) => call());
    await Promise.all(calls);
    const [reservation] = await store.listReservations({ ...everything, only: [id] }, minute());
    assert.equal(reservation?.status, 'RELEASED');
  }
  assert.deepEqual(await available(), { A: 1000, B: 1000 });
});

test('a Release that waits for a Reserve of its order gives back what that one took', async () => {
  await fill({ A: 1000, B: 1000 });
  const ids = Array.from({ length: 100 }, () => randomUUID());
  // All wait for the same two rows, so that each Release meets its Reserve under way.
  await Promise.all(
    ids.flatMap((id) => [
      reserve({ A: 1, B: 1 }, id),
      store.release(id, minute()),
      store.release(id, minute()),
    ]),
  );
  await assertSums();
  assert.deepEqual(await available(), { A: 1000, B: 1000 });
});

test('many Reserves of one order at once take its lines once', async () => {
  await fill({ A: 1000 });
  const id = randomUUID();
  const answers = await Promise.all(Array.from({ length: 50 }, () => reserve({ A: 3 }, id)));
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.deepEqual(await available(), { A: 997 });
});

test('a Commit and an expiry at the same time agree: committed and kept, or released and given back', async () => {
  const outcomes: Record<string, number> = { COMMITTED: 0, RELEASED: 0 };
  for (let round = 0; round < 60; round += 1) {
    await fill({ A: 1000 });
    const { orderId } = await reserve({ A: 3 }, randomUUID(), 0);
    const commit = () => store.commit(orderId, minute());
    const expire = () => releaseExpired(store, minute());
    // An expiry reads before it releases, so it needs a start to win.
    const [committed] = await (round % 2
      ? Promise.all([commit(), expire()])
      : Promise.all([expire().then(commit), expire()]));
    const status = committed?.status ?? '';
    outcomes[status] = (outcomes[status] ?? 0) + 1;
    assert.deepEqual(await available(), { A: status === 'COMMITTED' ? 997 : 1000 });
    await assertSums();
  }
  assert.ok(outcomes['COMMITTED'] && outcomes['RELEASED'], JSON.stringify(outcomes));
});

test('many expiries at once give back once', async () => {
  await fill({ A: 1000 });
  await Promise.all(Array.from({ length: 30 }, () => reserve({ A: 2 }, randomUUID(), 0)));
  await Promise.all(Array.from({ length: 6 }, () => releaseExpired(store, minute())));
  assert.deepEqual(await available(), { A: 1000 });
});

test('many Restocks with one request id at once count once', async () => {
  await fill({ A: 10, B: 10 });
  const restocks = Array.from({ length: 40 }, (_, index) =>
    store.restock('r-1', { sku: index % 2 ? 'A' : 'B', quantity: 5 }, minute()),
  );
  await Promise.all([...restocks, ...Array.from({ length: 10 }, () => reserve({ A: 1, B: 1 }))]);
  await assertSums();
  const totals = (await store.listStock(everything, minute())).map(({ total }) => total);
  assert.deepEqual(totals.sort(), [10, 15]);
});

test('of many Restocks at once for the last room that a stock has, as many count as fit', async () => {
  await fill({ A: 2_147_483_600 });
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      store.restock(`r-${index}`, { sku: 'A', quantity: 10 }, minute()),
    ),
  );
  const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.refusal] : []));
  assert.deepEqual(refusals, Array(16).fill({ kind: 'STOCK_LIMIT', sku: 'A' }));
  assert.deepEqual(await available(), { A: 2_147_483_640 });
});

test('an audit in the middle of it all always adds up', async () => {
  await fill({ A: 100, B: 100 });
  let working = true;
  const work = Promise.all(
    Array.from({ length: 150 }, async () => {
      const { orderId } = await reserve({ A: 1, B: 2 });
      await store.commit(orderId, minute());
      await store.release(orderId, minute());
    }),
  ).finally(() => {
    working = false;
  });
  let audits = 0;
  for (; working; audits += 1) await assertSums();
  await work;
  assert.ok(audits > 1, `${audits} audits`);
});
