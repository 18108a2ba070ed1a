import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import * as grpc from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import type { InventoryServiceDefinition } from '@mesh/protos/gen/mesh/inventory/v1/InventoryService';
import { connect } from './connect.ts';
import { RpcError } from './rpc-error.ts';
import { Inventory, inventory } from './testing/inventory.ts';
import { within } from './testing/within.ts';

const request = { orderId: 'o-1' };

/** An inventory whose Commit answers with these in turn, a client of it, and how often it was called. */
async function commits(t: TestContext, ...answers: readonly (Error | object)[]) {
  const calls = { count: 0 };
  const commit = async () => {
    const answer = answers[Math.min(calls.count, answers.length - 1)];
    calls.count += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const server = await inventory(t, { handlers: { commit } });
  const connection = connect<InventoryServiceDefinition>(Inventory, server.address, 'inventory');
  t.after(() => connection.close());
  return { ...server, calls, client: connection.client };
}

const unavailable = new RpcError(status.UNAVAILABLE, 'not now');

/** A server that is not of this library, a proxy say: it answers UNAVAILABLE `failures` times, then OK. */
async function proxy(t: TestContext, failures: number) {
  const calls = { count: 0 };
  const server = new grpc.Server();
  server.addService(Inventory.service, {
    commit: (_: unknown, answer: grpc.sendUnaryData<object>) => {
      calls.count += 1;
      if (calls.count <= failures) answer({ code: status.UNAVAILABLE });
      else answer(null, { reservation: { orderId: 'o-1' } });
    },
  });
  const bind = promisify(server.bindAsync.bind(server));
  const port = await bind('127.0.0.1:0', grpc.ServerCredentials.createInsecure());
  const connection = connect<InventoryServiceDefinition>(Inventory, `127.0.0.1:${port}`, 'inventory');
  t.after(() => {
    connection.close();
    server.forceShutdown();
  });
  return { calls, client: connection.client };
}

test('a call that is UNAVAILABLE is made again, three times at most', async (t) => {
  const { client, calls } = await proxy(t, 3);
  await assert.rejects(client.commit(request, within(5000)), { code: status.UNAVAILABLE });
  assert.equal(calls.count, 3);
});

test('a call that works at the third attempt is answered', async (t) => {
  const { client } = await proxy(t, 2);
  const { reservation } = await client.commit(request, within(5000));
  assert.equal(reservation?.orderId, 'o-1');
});

test('a service that answers UNAVAILABLE itself is not called again: it has tried, and tries would multiply', async (t) => {
  const { client, calls } = await commits(t, unavailable);
  await assert.rejects(client.commit(request, within(5000)), { code: status.UNAVAILABLE });
  assert.equal(calls.count, 1);
});

const otherCodes = [
  status.CANCELLED,
  status.INVALID_ARGUMENT,
  status.DEADLINE_EXCEEDED,
  status.NOT_FOUND,
  status.RESOURCE_EXHAUSTED,
  status.FAILED_PRECONDITION,
  status.ABORTED,
  status.INTERNAL,
];

test('no other error is answered by a second attempt', async (t) => {
  for (const code of otherCodes) {
    const { client, calls } = await commits(t, new RpcError(code, 'no'));
    await assert.rejects(client.commit(request, within(5000)), { code });
    assert.equal(calls.count, 1, status[code]);
  }
});

test('retries end with the deadline', async (t) => {
  const { client } = await proxy(t, 3);
  const start = Date.now();
  await assert.rejects(client.commit(request, within(60)));
  assert.ok(Date.now() - start < 2000);
});

test('a call for which no time is left is not made', async (t) => {
  const { client, calls } = await commits(t, {});
  await assert.rejects(client.commit(request, within(0)), {
    code: status.DEADLINE_EXCEEDED,
    message: 'no time was left to call inventory',
  });
  assert.equal(calls.count, 0);
});

test('a call of a scope that has ended rejects with its reason and is not made', async (t) => {
  const { client, calls } = await commits(t, {});
  const reason = new RpcError(status.CANCELLED, 'the caller went away');
  const scope = { ...within(5000), signal: AbortSignal.abort(reason) };
  await assert.rejects(client.commit(request, scope), reason);
  assert.equal(calls.count, 0);
});

test('an answer leaves nothing behind on the signal of its scope', async (t) => {
  const { client } = await commits(t, {});
  const scope = within(5000);
  let listeners = 0;
  const { signal } = scope;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners += 1;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners -= 1;
    remove(...args);
  };
  for (let call = 0; call < 5; call += 1) await client.commit(request, scope);
  assert.equal(listeners, 0);
});

test('a channel finds its server again within a second or two of its return', async (t) => {
  const first = await commits(t, {});
  await first.client.commit(request, within(2000));
  await first.server.stop(1000);
  await assert.rejects(first.client.commit(request, within(1000)), { code: status.UNAVAILABLE });
  await inventory(t, { handlers: { commit: async () => ({}) }, port: first.server.port });
  const deadline = Date.now() + 5000;
  const attempt = async (): Promise<unknown> =>
    first.client.commit(request, within(1000)).catch((error) => {
      if (Date.now() > deadline) throw error;
      return attempt();
    });
  await attempt();
});

test('what another service of ours refused keeps its words, what grpc-js says does not', async (t) => {
  const refusal = await commits(
    t,
    new RpcError(status.FAILED_PRECONDITION, 'not enough', { reason: 'OUT_OF_STOCK' }),
  );
  await assert.rejects(refusal.client.commit(request, within(2000)), { message: 'not enough' });
  const silent = await inventory(t);
  const connection = connect<InventoryServiceDefinition>(Inventory, silent.address, 'inventory');
  t.after(() => connection.close());
  await assert.rejects(connection.client.commit(request, within(2000)), {
    code: status.UNIMPLEMENTED,
    message: 'inventory answered UNIMPLEMENTED',
  });
});
