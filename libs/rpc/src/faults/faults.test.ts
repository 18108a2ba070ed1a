import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type TestContext, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import type { InventoryServiceDefinition } from '@mesh/protos/gen/mesh/inventory/v1/InventoryService';
import { connect } from '../connect.ts';
import { RpcError } from '../rpc-error.ts';
import type { Scope } from '../scope.ts';
import { Inventory, inventory } from '../testing/inventory.ts';
import { until } from '../testing/until.ts';
import { within } from '../testing/within.ts';

const { status } = grpc;
const request = { orderId: 'o-1' };

/** An inventory that takes faults, a client of it, the scopes that its Commit got, and the faults that happened. */
async function commits(t: TestContext, faults = true, answer = async (_: Scope) => {}) {
  const scopes: Scope[] = [];
  const commit = async (_: unknown, scope: Scope) => {
    scopes.push(scope);
    await answer(scope);
    return { reservation: { orderId: 'o-1' } };
  };
  const server = await inventory(t, { handlers: { commit }, faults });
  const { client, close } = connect<InventoryServiceDefinition>(Inventory, server.address, 'inventory');
  const happened: unknown[] = [];
  const note = (message: unknown) => happened.push(message);
  subscribe('mesh.rpc.fault', note);
  t.after(() => {
    unsubscribe('mesh.rpc.fault', note);
    close();
  });
  return { ...server, client, scopes, happened };
}

function asking(faults: string, ms = 5000): Scope {
  return { ...within(ms), faults };
}

test('a call can be answered with an error instead of its handler', async (t) => {
  const { client, scopes, happened, linesOf } = await commits(t);
  await assert.rejects(client.commit(request, asking('inventory/Commit:error=UNAVAILABLE')), (error) => {
    assert.ok(error instanceof RpcError);
    assert.deepEqual([error.status, error.details.reason], ['UNAVAILABLE', 'FAULT_INJECTED']);
    return true;
  });
  const message = { service: 'inventory', method: 'Commit', kind: 'error', value: 'UNAVAILABLE' };
  assert.deepEqual([scopes, happened], [[], [message]]);
  assert.deepEqual(
    linesOf('call finished').map(({ fields }) => [fields['rpc.status_code'], fields['error.reason']]),
    [['UNAVAILABLE', 'FAULT_INJECTED']],
  );
});

test('a call can be delayed, and its handler runs after that', async (t) => {
  const { client, scopes, happened } = await commits(t);
  const start = performance.now();
  await client.commit(request, asking('mesh.inventory.v1.InventoryService/Commit:delay=40'));
  assert.ok(performance.now() - start >= 39);
  assert.equal(scopes.length, 1);
  assert.deepEqual(happened, [{ service: 'inventory', method: 'Commit', kind: 'delay', value: 40 }]);
});

test('a delay ends when the call is given up, and the handler never runs', async (t) => {
  const { client, scopes, happened, linesOf } = await commits(t);
  const caller = new AbortController();
  const scope = { ...asking('inventory/Commit:delay=5000'), signal: caller.signal };
  const call = assert.rejects(client.commit(request, scope), { code: status.CANCELLED });
  await until(() => happened.length === 1, 'the delay has begun');
  caller.abort();
  await call;
  await until(() => linesOf('call finished').length === 1, 'the call is finished at the server');
  assert.deepEqual(scopes, []);
});

test('an answer can be lost: the work is done once, and the caller does not know of it', async (t) => {
  const { client, scopes, happened, linesOf } = await commits(t);
  await assert.rejects(client.commit(request, asking('inventory/Commit:lost')), (error) => {
    assert.ok(error instanceof RpcError);
    assert.deepEqual([error.status, error.message], ['UNAVAILABLE', 'inventory is not available']);
    return true;
  });
  assert.equal(scopes.length, 1);
  assert.deepEqual(happened, [{ service: 'inventory', method: 'Commit', kind: 'lost' }]);
  assert.equal(linesOf('call finished').length, 1);
  // The connection is whole.
  await client.commit(request, within(5000));
});

test('a lost answer touches no other call on its connection', async (t) => {
  const gate = Promise.withResolvers<void>();
  const wait = (scope: Scope) => (scope.faults === undefined ? gate.promise : Promise.resolve());
  const { client, scopes } = await commits(t, true, wait);
  const bystander = client.commit(request, within(5000));
  await until(() => scopes.length === 1, 'the bystander is under way');
  await assert.rejects(client.commit(request, asking('inventory/Commit:lost')));
  gate.resolve();
  assert.equal((await bystander).reservation?.orderId, 'o-1');
});

test('a handler that fails loses its answer as well', async (t) => {
  const { client } = await commits(t, true, () => Promise.reject(new RpcError(status.NOT_FOUND, 'no')));
  await assert.rejects(client.commit(request, asking('inventory/Commit:lost')), { code: status.UNAVAILABLE });
});

test('faults of others pass through, decided, and those of a share of nothing do not', async (t) => {
  const { client, scopes, happened } = await commits(t);
  await client.commit(
    request,
    asking('order/CreateOrder:lost@1, inventory/Reserve:delay=7, inventory/Commit:lost@0'),
  );
  assert.equal(scopes[0]?.faults, 'order/CreateOrder:lost,inventory/Reserve:delay=7');
  assert.deepEqual(happened, []);
});

test('faults that cannot be read are refused before the handler', async (t) => {
  const { client, scopes } = await commits(t);
  const call = client.commit(request, asking('inventory/Commit:late'));
  await assert.rejects(call, { code: status.INVALID_ARGUMENT, message: /"inventory\/Commit:late"/ });
  assert.deepEqual(scopes, []);
});

test('a method that the service does not have is refused by the service', async (t) => {
  const { client, scopes } = await commits(t);
  const call = client.commit(request, asking('order/Whatever:lost, inventory/commit:lost'));
  const message = /inventory, which has ListStock, .*: "inventory\/commit"/;
  await assert.rejects(call, { code: status.INVALID_ARGUMENT, message });
  assert.deepEqual(scopes, []);
});

test('a call that grpc-js tries again has no faults any more', async (t) => {
  const { stub, scopes, happened } = await commits(t);
  const metadata = new grpc.Metadata();
  metadata.set('mesh-faults', 'inventory/Commit:lost,order/CreateOrder:lost');
  metadata.set('grpc-previous-rpc-attempts', '1');
  const { promise, resolve } = Promise.withResolvers<grpc.ServiceError | null>();
  stub.commit(request, metadata, (error) => resolve(error));
  assert.equal(await promise, null);
  assert.deepEqual([scopes[0]?.faults, happened], [undefined, []]);
});

test('where the switch is off nothing happens and nothing is passed on', async (t) => {
  const { client, scopes, happened } = await commits(t, false);
  for (const faults of ['inventory/Commit:lost', 'inventory/Commit:error=INTERNAL', 'nonsense']) {
    await client.commit(request, asking(faults));
  }
  assert.deepEqual(
    scopes.map(({ faults }) => faults),
    [undefined, undefined, undefined],
  );
  assert.deepEqual(happened, []);
});

test('a stream can fail at its beginning, and be lost at its end', async (t) => {
  const watchStock = async function* () {
    yield { stock: { sku: 'SKU-0001' } };
  };
  const { stub } = await inventory(t, { handlers: { watchStock }, faults: true });
  const watch = async (faults: string) => {
    const metadata = new grpc.Metadata();
    metadata.set('mesh-faults', faults);
    const messages: unknown[] = [];
    const { promise, resolve } = Promise.withResolvers<grpc.status>();
    stub
      .watchStock({}, metadata)
      .on('data', (message) => messages.push(message))
      .on('error', () => {})
      .on('status', ({ code }) => resolve(code));
    return { code: await promise, messages: messages.length };
  };
  assert.deepEqual(await watch('inventory/WatchStock:error=ABORTED'), { code: status.ABORTED, messages: 0 });
  // What grpc-js says of a stream that was reset.
  assert.deepEqual(await watch('inventory/WatchStock:lost'), { code: status.INTERNAL, messages: 1 });
  assert.deepEqual(await watch('inventory/Commit:lost'), { code: status.OK, messages: 1 });
});
