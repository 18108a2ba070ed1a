import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import { type RpcError, type Scope, status } from '@mesh/rpc';
import { goodOrder, post } from '../testing/call.ts';
import { startGateway } from '../testing/gateway.ts';
import { orderOf } from '../testing/orders.ts';

/** A gateway whose order service answers only when it is told to. */
async function slowGateway(t: TestContext) {
  const started = Promise.withResolvers<Scope>();
  const go = Promise.withResolvers<void>();
  const createOrder = async (_: unknown, scope: Scope) => {
    started.resolve(scope);
    await go.promise;
    return { order: orderOf(), replayed: false };
  };
  return { ...(await startGateway(t, { order: { createOrder } })), started: started.promise, go: go.resolve };
}

test('a client that goes away cancels the call that was made for it, and its line says 499', async (t) => {
  const { url, started, lines } = await slowGateway(t);
  const client = new AbortController();
  const answer = fetch(`${url}/v1/orders`, { ...post(goodOrder), signal: client.signal });
  const { signal } = await started;
  const cancelled = once(signal, 'abort');
  client.abort();
  await assert.rejects(answer);
  await cancelled;
  assert.equal((signal.reason as RpcError).code, status.CANCELLED);
  const finished = lines.filter(({ message }) => message === 'request finished');
  assert.deepEqual(
    finished.map(({ fields }) => fields['http.response.status_code']),
    [499],
  );
  assert.deepEqual(
    lines.filter(({ level }) => level === 'error'),
    [],
  );
});

test('the deadline of a request becomes one of the call, a little shorter', async (t) => {
  const { url, started, go } = await slowGateway(t);
  const before = Date.now();
  const answer = fetch(`${url}/v1/orders`, post(goodOrder));
  const { deadline } = await started;
  go();
  await answer;
  assert.ok(deadline > before + 5_000 && deadline < Date.now() + 10_000, `${deadline - before} ms`);
});

test('a stop finishes the requests under way and takes no new ones', async (t) => {
  const { url, started, go, http } = await slowGateway(t);
  const answer = fetch(`${url}/v1/orders`, post(goodOrder));
  await started;
  const stopped = http.stop(10_000);
  go();
  assert.equal((await answer).status, 201);
  await stopped;
  await assert.rejects(fetch(`${url}/v1/orders`));
});

test('a connection that nobody uses does not hold up a stop', async (t) => {
  const { port, http } = await slowGateway(t);
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const closed = once(socket, 'close');
  const before = performance.now();
  await http.stop(30_000);
  await closed;
  assert.ok(performance.now() - before < 10_000);
});

test('what is still open when the grace is over is cut off', async (t) => {
  const { url, started, http } = await slowGateway(t);
  const answer = fetch(`${url}/v1/orders`, post(goodOrder));
  const failed = assert.rejects(answer);
  await started;
  await http.stop(200);
  await failed;
});
