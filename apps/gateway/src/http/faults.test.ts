import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Scope } from '@mesh/rpc';
import { goodOrder, post, problemOf } from '../testing/call.ts';
import { startGateway } from '../testing/gateway.ts';
import { orderOf } from '../testing/orders.ts';

/** A gateway in front of an order service that takes faults, and what that was asked to let go wrong. */
async function start(t: TestContext, faults: boolean) {
  const asked: (string | undefined)[] = [];
  const createOrder = async (_: unknown, scope: Scope) => {
    asked.push(scope.faults);
    return { order: orderOf(), replayed: false };
  };
  const behaviour = { order: { createOrder }, faults: true };
  const gateway = await startGateway(t, behaviour, undefined, undefined, faults);
  return { ...gateway, orders: `${gateway.url}/v1/orders`, asked };
}

const asking = (faults: string) => post(goodOrder, { 'mesh-faults': faults });

test('what the header asks for goes with the call, its share decided', async (t) => {
  const { orders, asked } = await start(t, true);
  const answer = await fetch(orders, asking('inventory/Commit:lost@1.0, order/GetOrder:delay=5, a/B:lost@0'));
  assert.equal(answer.status, 201);
  await fetch(orders, post(goodOrder));
  assert.deepEqual(asked, ['inventory/Commit:lost,order/GetOrder:delay=5', undefined]);
});

test('a fault that cannot be read is a bad request that names it', async (t) => {
  const { orders, asked } = await start(t, true);
  const { status, errors } = await problemOf(orders, asking('inventory/Commit:error=OOPS'));
  assert.equal(status, 400);
  assert.deepEqual(
    errors?.map(({ field }) => field),
    ['mesh-faults'],
  );
  assert.match(errors?.[0]?.message ?? '', /"inventory\/Commit:error=OOPS"/);
  assert.deepEqual(asked, []);
});

test('the gateway itself can fail, be late, and lose its answer', async (t) => {
  const { orders, asked } = await start(t, true);
  const { status, reason } = await problemOf(orders, asking('gateway/PlaceOrder:error=UNAVAILABLE'));
  assert.deepEqual([status, reason, asked.length], [503, 'FAULT_INJECTED', 0]);
  const begin = performance.now();
  assert.equal((await fetch(orders, asking('gateway/PlaceOrder:delay=40'))).status, 201);
  assert.ok(performance.now() - begin >= 39);
  await assert.rejects(fetch(orders, asking('gateway/PlaceOrder:lost')), TypeError);
  assert.equal(asked.length, 2);
});

test('a delay ends when the client goes away, and nothing is called', { timeout: 9000 }, async (t) => {
  const { orders, asked, lines } = await start(t, true);
  const client = new AbortController();
  const leave = () => client.abort();
  subscribe('mesh.rpc.fault', leave);
  t.after(() => unsubscribe('mesh.rpc.fault', leave));
  const init = { ...asking('gateway/PlaceOrder:delay=10000'), signal: client.signal };
  await assert.rejects(fetch(orders, init), { name: 'AbortError' });
  while (!lines.some(({ message }) => message === 'request finished')) await setTimeout(2);
  assert.deepEqual(asked, []);
  assert.deepEqual(
    lines.filter(({ message }) => message === 'unexpected error'),
    [],
  );
});

test('where the switch is off the header is as good as absent', async (t) => {
  const { orders, asked } = await start(t, false);
  for (const faults of ['order/CreateOrder:lost', 'gateway/PlaceOrder:error=INTERNAL', 'nonsense']) {
    assert.equal((await fetch(orders, asking(faults))).status, 201);
  }
  assert.deepEqual(asked, [undefined, undefined, undefined]);
});
