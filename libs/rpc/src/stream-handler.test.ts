import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClientReadableStream, type ServiceError, status } from '@grpc/grpc-js';
import type { WatchStockResponse__Output } from '@mesh/protos/gen/mesh/inventory/v1/WatchStockResponse';
import { RpcError } from './rpc-error.ts';
import type { Scope } from './scope.ts';
import { inventory } from './testing/inventory.ts';
import { until } from './testing/until.ts';

type Call = ClientReadableStream<WatchStockResponse__Output>;
type Watch = (request: { skus: string[] }, scope: Scope) => AsyncIterable<object>;

const message = (sku: string) => ({ stock: { sku } });

/** The SKUs that arrive, and the code that the call ends with. */
function received(call: Call) {
  const skus: (string | undefined)[] = [];
  const { promise: code, resolve } = Promise.withResolvers<status>();
  call
    .on('data', ({ stock }: WatchStockResponse__Output) => skus.push(stock?.sku))
    .on('error', (error) => resolve((error as ServiceError).code))
    .on('end', () => resolve(status.OK));
  return { skus, code };
}

/** Says one SKU, then waits until it is asked to end; tells when it was asked and when it has ended. */
function watchUntilAborted() {
  const aborted = Promise.withResolvers<unknown>();
  const ended = Promise.withResolvers<void>();
  const watchStock: Watch = async function* (_, { signal }) {
    try {
      yield message('first');
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    } catch (error) {
      aborted.resolve(error);
      throw error;
    } finally {
      ended.resolve();
    }
  };
  return { watchStock, aborted: aborted.promise, ended: ended.promise };
}

test('the values of the generator arrive in order and its end is OK', async (t) => {
  const watchStock: Watch = async function* ({ skus }) {
    for (const sku of skus) yield message(sku);
  };
  const { stub, linesOf } = await inventory(t, { handlers: { watchStock } });
  const skus = Array.from({ length: 500 }, (_, index) => `SKU-${index}`);
  const seen = received(stub.watchStock({ skus }));
  assert.equal(await seen.code, status.OK);
  assert.deepEqual(seen.skus, skus);
  assert.deepEqual(
    linesOf('call finished').map(({ fields }) => [fields['rpc.method'], fields['rpc.status_code']]),
    [['mesh.inventory.v1.InventoryService/WatchStock', 'OK']],
  );
});

test('an RpcError of the generator is the status, after the values before it', async (t) => {
  const watchStock: Watch = async function* () {
    yield message('first');
    throw new RpcError(status.RESOURCE_EXHAUSTED, 'too much');
  };
  const { stub, linesOf } = await inventory(t, { handlers: { watchStock } });
  const seen = received(stub.watchStock({}));
  assert.equal(await seen.code, status.RESOURCE_EXHAUSTED);
  assert.deepEqual(seen.skus, ['first']);
  assert.equal(linesOf('call finished')[0]?.fields['rpc.status_code'], 'RESOURCE_EXHAUSTED');
});

test('any other error of the generator is INTERNAL without a word of it, and logged whole', async (t) => {
  // biome-ignore lint/correctness/useYield: it fails before its first value.
  const watchStock: Watch = async function* () {
    throw new Error('password=hunter2');
  };
  const { stub, linesOf } = await inventory(t, { handlers: { watchStock } });
  const failure = Promise.withResolvers<ServiceError>();
  stub
    .watchStock({})
    .on('data', () => {})
    .on('error', (error) => failure.resolve(error as ServiceError));
  const { code, details } = await failure.promise;
  assert.deepEqual([code, details], [status.INTERNAL, 'internal error']);
  assert.match(String(linesOf('unexpected error')[0]?.fields['error']), /hunter2/);
});

test('a caller that cancels aborts the signal, and the generator is brought to its end', async (t) => {
  const { watchStock, aborted, ended } = watchUntilAborted();
  const { stub, linesOf } = await inventory(t, { handlers: { watchStock } });
  const call = stub.watchStock({});
  call.on('error', () => {});
  await new Promise((resolve) => call.once('data', resolve));
  call.cancel();
  assert.equal(((await aborted) as RpcError).code, status.CANCELLED);
  await ended;
  await until(() => linesOf('call finished').length > 0, 'the call has its line');
  assert.deepEqual(
    linesOf('call finished').map(({ fields }) => fields['rpc.status_code']),
    ['CANCELLED'],
  );
});

test('a deadline of the caller ends the stream, which has none by itself', async (t) => {
  const { watchStock, aborted, ended } = watchUntilAborted();
  const { stub } = await inventory(t, { handlers: { watchStock } });
  const seen = received(stub.watchStock({}, { deadline: Date.now() + 200 }));
  assert.equal(await seen.code, status.DEADLINE_EXCEEDED);
  assert.equal(((await aborted) as RpcError).code, status.DEADLINE_EXCEEDED);
  await ended;
});

test('a server that stops ends its streams with UNAVAILABLE, and their lines say so', async (t) => {
  const { watchStock, ended } = watchUntilAborted();
  const { stub, server, linesOf } = await inventory(t, { handlers: { watchStock } });
  const seen = received(stub.watchStock({}));
  await until(() => seen.skus.length === 1, 'the stream is open');
  const stopped = server.stop(60_000);
  assert.equal(await seen.code, status.UNAVAILABLE);
  await Promise.all([ended, stopped]);
  assert.deepEqual(
    linesOf('call finished').map(({ fields }) => fields['rpc.status_code']),
    ['UNAVAILABLE'],
  );
  assert.deepEqual(linesOf('unexpected error').concat(linesOf('call ended before its handler')), []);
});

test('a generator that does not listen to its signal holds up neither its caller nor a stop', async (t) => {
  const watchStock: Watch = async function* () {
    started.resolve();
    await new Promise(() => {});
  };
  const started = Promise.withResolvers<void>();
  const { stub, server, linesOf } = await inventory(t, { handlers: { watchStock } });
  const seen = received(stub.watchStock({}));
  await started.promise;
  const stopped = server.stop(60_000);
  assert.equal(await seen.code, status.UNAVAILABLE);
  await stopped;
  assert.equal(linesOf('call finished')[0]?.fields['rpc.status_code'], 'UNAVAILABLE');
});

/** 20 MB in 2000 messages; counts those that were made. */
function flood() {
  const made = { count: 0, ended: false };
  const name = 'x'.repeat(10_000);
  const watchStock: Watch = async function* () {
    try {
      for (; made.count < 2000; made.count += 1) yield { stock: { sku: 'flood', name } };
    } finally {
      made.ended = true;
    }
  };
  return { made, watchStock };
}

test('a slow reader makes the generator wait: little is made ahead of it, and nothing is lost', async (t) => {
  const { made, watchStock } = flood();
  const { stub } = await inventory(t, { handlers: { watchStock } });
  let read = 0;
  let ahead = 0;
  for await (const _ of stub.watchStock({})) {
    read += 1;
    ahead = Math.max(ahead, made.count - read);
  }
  assert.equal(read, 2000);
  assert.ok(ahead < 500, `${ahead} messages were made ahead of the reader`);
});

test('a reader that goes away while the generator waits for it brings it to its end', async (t) => {
  const { made, watchStock } = flood();
  const { stub } = await inventory(t, { handlers: { watchStock } });
  const call = stub.watchStock({});
  call.on('error', () => {});
  await new Promise((resolve) => call.once('readable', resolve));
  call.cancel();
  await until(() => made.ended, 'the generator has ended');
  assert.ok(made.count < 2000, `${made.count} messages were made for nobody`);
});
