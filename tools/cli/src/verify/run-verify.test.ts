import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { recorder } from '../terminal/recorder.ts';
import { runVerify } from './run-verify.ts';
import { type FakeState, serveFakeMesh } from './testing/fake-mesh.ts';
import { madeUpOrder, madeUpReservation, madeUpStock, orderId } from './testing/made-up.ts';

const quick = ['--settle', '0.5'];

async function verify(t: TestContext, state: FakeState, args = quick) {
  const terminal = recorder();
  const code = await runVerify(args, await serveFakeMesh(t, state), terminal);
  return { code, out: terminal.out(), complaints: terminal.complaints.join('\n') };
}

function ledgerFile(t: TestContext, lines: readonly object[]) {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'ledger.jsonl');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
}

/** 250 orders in three outcomes, on three pages, with the stock that they leave. */
function soundMesh(): FakeState {
  const numbers = Array.from({ length: 250 }, (_, i) => i);
  const outcomes = [
    ['CONFIRMED', 'COMMITTED'],
    ['REJECTED', 'REJECTED'],
    ['CANCELLED', 'RELEASED'],
  ] as const;
  const outcome = (n: number) => outcomes[n % 3] ?? outcomes[0];
  const confirmed = numbers.filter((n) => n % 3 === 0).length;
  return {
    orders: numbers.map((n) => madeUpOrder(n, outcome(n)[0])),
    reservations: numbers.map((n) => madeUpReservation(n, outcome(n)[1])),
    stock: [madeUpStock({ total: 1000, committed: 2 * confirmed }), madeUpStock({ sku: 'SKU-0002' })],
  };
}

test('a sound mesh is counted, every rule is listed, and the exit code is 0', async (t) => {
  const { code, out, complaints } = await verify(t, soundMesh());
  assert.deepEqual([code, complaints], [0, '']);
  assert.match(out, /^Checked 250 orders, 250 reservations, 2 SKUs\.\n/);
  assert.equal(out.match(/^✓ /gm)?.length, 10);
  assert.match(out, /\nAll 10 rules hold\.\n$/);
});

test('an empty mesh breaks nothing', async (t) => {
  assert.equal((await verify(t, { orders: [], reservations: [], stock: [] })).code, 0);
});

const broken: Readonly<Record<string, [change: (mesh: FakeState) => void, line: RegExp]>> = {
  'a reservation without an order': [
    (mesh) => mesh.reservations.push(madeUpReservation(900, 'HELD')),
    /^✗ reservation-has-order {2}order 0198c0de-\S+900: its reservation is HELD/m,
  ],
  'a confirmed order that is not committed': [
    (mesh) => mesh.reservations.splice(0, 1),
    /^✗ confirmed-is-committed {2}order 0198c0de-\S+000: it is CONFIRMED, its reservation is absent$/m,
  ],
  'an order that stays pending': [
    (mesh) => mesh.orders.push(madeUpOrder(900, 'PENDING')),
    /^✗ order-is-settled {2}order 0198c0de-\S+900: it is still PENDING$/m,
  ],
  'stock that was lost': [
    (mesh) => mesh.stock.push(madeUpStock({ sku: 'SKU-0003', available: 99 })),
    /^✗ stock-adds-up {2}SKU-0003: available 99 \+ held 0 \+ committed 0, total 100$/m,
  ],
  'more sold than there is': [
    (mesh) => mesh.stock.splice(0, 1, madeUpStock({ total: 167, committed: 167 })),
    /^✗ no-oversell {2}SKU-0001: 168 are in CONFIRMED orders, 167 are committed, 167 is the total$/m,
  ],
  'a product that the inventory does not know': [
    (mesh) => mesh.stock.splice(0, 1),
    /^✗ no-oversell {2}SKU-0001: 168 are sold, but the inventory does not know it$/m,
  ],
  'two orders for one key': [
    (mesh) => mesh.orders.push(madeUpOrder(901, 'REJECTED', { idempotencyKey: 'k-7' })),
    /^✗ one-order-a-key {2}key k-7 of customer c-1: has the orders 0198\S+7, 0198\S+901$/m,
  ],
};

for (const [what, [change, line]] of Object.entries(broken)) {
  test(`${what} is found, named and the exit code is 1`, async (t) => {
    const mesh = soundMesh();
    change(mesh);
    const { code, out } = await verify(t, mesh);
    assert.equal(code, 1);
    assert.match(out, line);
    assert.match(out, /\n\d violations?\.\n$/);
  });
}

test('what becomes consistent while it is read again is no violation', async (t) => {
  const mesh = soundMesh();
  mesh.orders.unshift(madeUpOrder(900, 'PENDING'));
  mesh.reservations.push(madeUpReservation(900, 'HELD'), madeUpReservation(901, 'COMMITTED'));
  mesh.stock.push(madeUpStock({ sku: 'SKU-0003', available: 1 }));
  let reads = 0;
  mesh.onCall = (method) => {
    reads += method === 'getOrder' ? 1 : 0;
    if (reads !== 6) return;
    mesh.orders.splice(0, 1, madeUpOrder(900, 'REJECTED'), madeUpOrder(901, 'CONFIRMED'));
    mesh.reservations.splice(250, 1, madeUpReservation(900, 'RELEASED'));
    mesh.stock = [madeUpStock({ total: 1000, committed: 170 })];
  };
  const { code, complaints } = await verify(t, mesh, []);
  assert.equal(code, 0);
  assert.match(complaints, /^3 things do not agree yet; read again for up to 20 s\.$/);
});

test('orders that are cancelled while all are read are not taken for an oversell', async (t) => {
  const numbers = Array.from({ length: 50 }, (_, n) => n);
  const mesh: FakeState = {
    orders: numbers.map((n) => madeUpOrder(n, 'CONFIRMED')),
    reservations: numbers.map((n) => madeUpReservation(n, 'COMMITTED')),
    stock: [],
  };
  let cancelled = 0;
  mesh.onCall = (method) => {
    if (method !== 'listStock') return;
    mesh.orders[cancelled] = madeUpOrder(cancelled, 'CANCELLED');
    mesh.reservations[cancelled] = madeUpReservation(cancelled, 'RELEASED');
    cancelled += 1;
    mesh.stock = [madeUpStock({ committed: 100 - 2 * cancelled })];
  };
  const { code, complaints } = await verify(t, mesh);
  assert.match(complaints, /^1 thing does not agree yet/);
  assert.equal(code, 0);
});

test('a ledger that was kept holds, also for what was cancelled since', async (t) => {
  const file = ledgerFile(t, [
    { key: 'k-0', id: orderId(0), status: 'CONFIRMED', customerId: 'c-1' },
    { key: 'k-2', id: orderId(2), status: 'CONFIRMED' },
    { key: 'k-2', id: orderId(2), status: 'CANCELLED' },
    { key: 'k-1', id: orderId(1), status: 'REJECTED' },
  ]);
  const { code, out } = await verify(t, soundMesh(), [...quick, '--ledger', file]);
  assert.equal(code, 0);
  assert.match(out, /^Checked 250 orders, .*, 3 acknowledged orders\.\n/);
  assert.match(out, /\nAll 13 rules hold\.\n$/);
});

test('an order that was acknowledged and is lost, changed, or double is found', async (t) => {
  const file = ledgerFile(t, [
    { key: 'k-900', id: orderId(900), status: 'CONFIRMED' },
    { key: 'x', id: 'not even a UUID', status: 'CONFIRMED' },
    { key: 'k-1', id: orderId(1), status: 'CONFIRMED' },
    { key: 'k-3', id: orderId(3), status: 'CONFIRMED' },
    { key: 'k-3', id: orderId(6), status: 'CONFIRMED' },
  ]);
  const { code, out } = await verify(t, soundMesh(), [...quick, '--ledger', file]);
  assert.equal(code, 1);
  assert.match(
    out,
    /^✗ acknowledged-exists {2}order 0198\S+900: .* \(key k-900\), but there is no such order$/m,
  );
  assert.match(out, /^✗ acknowledged-exists {2}order not even a UUID: /m);
  assert.match(
    out,
    /^✗ acknowledged-status-kept {2}order 0198\S+1: a client was told CONFIRMED, it is REJECTED$/m,
  );
  assert.match(
    out,
    /^✗ acknowledged-exists {2}order 0198\S+6: a client got it for key k-3, it has key k-6 of customer c-1$/m,
  );
  assert.match(out, /^✗ acknowledged-once {2}key k-3: was answered with the orders 0198\S+3, 0198\S+6$/m);
  assert.match(out, /\n5 violations\.\n$/);
});

test('--json says the same to programs', async (t) => {
  const mesh = soundMesh();
  mesh.orders.push(madeUpOrder(900, 'PENDING'));
  const { code, out } = await verify(t, mesh, [...quick, '--json']);
  const { holds, checked, rules, violations } = JSON.parse(out);
  assert.deepEqual([code, holds], [1, false]);
  assert.deepEqual(checked, { orders: 251, reservations: 250, skus: 2, acknowledged: 0 });
  assert.deepEqual(violations, [
    { rule: 'order-is-settled', subject: `order ${orderId(900)}`, problem: 'it is still PENDING' },
  ]);
  assert.deepEqual(
    rules
      .filter((rule: { violations: number }) => rule.violations > 0)
      .map(({ name }: { name: string }) => name),
    ['order-is-settled'],
  );
});

test('a service that does not answer is named with its variable, exit code 3', async (t) => {
  const env = await serveFakeMesh(t, soundMesh());
  for (const variable of ['ORDER_ADDRESS', 'INVENTORY_ADDRESS'] as const) {
    const terminal = recorder();
    assert.equal(await runVerify(quick, { ...env, [variable]: '127.0.0.1:1' }, terminal), 3);
    assert.match(
      terminal.complaints.join(),
      new RegExp(`Cannot read 127\\.0\\.0\\.1:1: .* set ${variable}\\.$`),
    );
    assert.equal(terminal.out(), '');
  }
});

test('wrong usage, a wrong address and an unusable ledger are explained with exit code 2', async (t) => {
  const bad = ledgerFile(t, []);
  writeFileSync(bad, 'nonsense\n');
  for (const [args, env, words] of [
    [['--settle', 'soon'], {}, /--settle must be a number of seconds/],
    [['--settle', '-1'], {}, /--settle/],
    [['extra'], {}, /extra/],
    [['--fast'], {}, /--fast/],
    [['--ledger', bad], {}, /ledger\.jsonl:1 is not valid JSON/],
    [['--ledger', '/no/such/file'], {}, /ENOENT/],
    [[], { ORDER_GRPC_PORT: 'x' }, /ORDER_GRPC_PORT must be a port/],
  ] as const) {
    const terminal = recorder();
    assert.equal(await runVerify([...args], env, terminal), 2, args.join(' '));
    assert.match(terminal.complaints.join(), words);
  }
});

test('help names every rule and exits with 0', async () => {
  const terminal = recorder();
  assert.equal(await runVerify(['--help'], {}, terminal), 0);
  assert.match(terminal.out(), /stock-adds-up[\s\S]*acknowledged-once/);
});
