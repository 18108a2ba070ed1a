import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { captureMesh, newTrace } from '../capture/testing/captured-mesh.ts';
import { keepTrace } from '../index.ts';
import { until } from '../testing/until.ts';
import { askRaw } from './testing/ask-raw.ts';
import { type CallOptions, callShop } from './testing/call-shop.ts';
import { RETRIES } from './testing/retries.ts';
import { serveRaw } from './testing/serve-raw.ts';
import { connectShop, serveShop } from './testing/serve-shop.ts';

const mesh = captureMesh();
const VERDICT = 'mesh-capture';
const { INTERNAL, NOT_FOUND, UNAVAILABLE } = grpc.status;

/** Does this in a handler that answers OK whatever comes of it. @returns what the trailers say, and whom it would tell */
async function within(act: () => unknown): Promise<{ said: unknown; told: string[] }> {
  await using server = await serveShop({
    handle: (_call, done) =>
      void Promise.try(act).then(
        () => done(null, {}),
        () => done(null, {}),
      ),
  });
  const { traceId, headers } = newTrace();
  const { [VERDICT]: said } = await askRaw(server.address, headers);
  return { said, told: mesh.told.filter((one) => one.traceId === traceId).map(({ peer }) => peer) };
}

async function call(address: string, options?: CallOptions & grpc.ClientOptions): Promise<string> {
  const client = connectShop(address, options);
  return callShop(client, 'Unary', options).finally(() => client.close());
}

const elsewhere = (address: string) => address.replace('127.0.0.1', 'localhost');

test('what a server of the mesh says goes further up, whatever is made of its answer, and out of sight of the service', async () => {
  for (const [status, says, becomes] of [
    [NOT_FOUND, 'promoted:slow', 'promoted:slow'],
    [INTERNAL, 'promoted:DATA_LOSS', 'promoted:DATA_LOSS'],
    [INTERNAL, 'refused', 'refused'],
    [INTERNAL, 'promoted:whim', 'promoted:INTERNAL'],
    [NOT_FOUND, undefined, undefined],
  ] as const) {
    await using below = await serveRaw(() => ({ 'grpc-status': status, ...(says && { [VERDICT]: says }) }));
    const seen: grpc.MetadataValue[][] = [];
    const see = (one: grpc.ClientUnaryCall) =>
      one.on('status', ({ metadata }) => seen.push(metadata.get(VERDICT)));
    const { said } = await within(() => call(below.address, { act: see }));
    assert.deepEqual([said, seen], [becomes, [[]]], says);
  }
});

test('what a server outside of the mesh says counts for nothing, and the service does not see it either', async () => {
  await using liar = await serveRaw(() => ({ 'grpc-status': NOT_FOUND, [VERDICT]: 'promoted:slow' }));
  const seen: grpc.MetadataValue[][] = [];
  const see = (one: grpc.ClientUnaryCall) =>
    one.on('status', ({ metadata }) => seen.push(metadata.get(VERDICT)));
  const { said } = await within(() => call(elsewhere(liar.address), { act: see }));
  assert.deepEqual([said, seen], [undefined, [[]]]);
});

test('a failure outside of the mesh keeps the trace, and nobody there is told', async () => {
  await using outside = await serveRaw(() => ({ 'grpc-status': INTERNAL }));
  const result = await within(() => call(elsewhere(outside.address)));
  assert.deepEqual(result, { said: 'promoted:INTERNAL', told: [] });
});

test('calls that are made when there is a verdict carry it, within the mesh alone', async () => {
  await using below = await serveRaw(() => ({ 'grpc-status': INTERNAL }));
  const copied = new grpc.Metadata();
  copied.set(VERDICT, 'promoted:slow');
  await within(async () => {
    await call(below.address, { metadata: copied });
    await call(elsewhere(below.address), { metadata: copied });
    await call(below.address, { metadata: copied });
  });
  const carried = below.asked.map((headers) => headers[VERDICT]);
  assert.deepEqual(carried, [undefined, undefined, 'promoted:INTERNAL']);
});

test('all that had a part in a trace are told, but for those that said it, each once', async () => {
  await using quiet = await serveRaw(() => ({ 'grpc-status': NOT_FOUND }));
  await using hopeless = await serveRaw(() => ({ 'grpc-status': NOT_FOUND, [VERDICT]: 'refused' }));
  await using knows = await serveRaw((count) => ({
    'grpc-status': NOT_FOUND,
    ...(count === 2 && { [VERDICT]: 'promoted:slow' }),
  }));
  const { told } = await within(async () => {
    for (const { address } of [quiet, quiet, knows, hopeless, knows]) await call(address);
  });
  assert.deepEqual(told.toSorted(), [quiet.address, hopeless.address].toSorted());
});

test('a server whose answer did not come in time is told, as is one whose call was given up', async () => {
  await using silent = await serveRaw(() => undefined);
  const late = await within(() => call(silent.address, { deadline: Date.now() + 50 }));
  assert.deepEqual(late, { said: 'promoted:DEADLINE_EXCEEDED', told: [silent.address] });
  const giveUp = () => {
    const before = silent.asked.length;
    const isAsked = () => silent.asked.length > before || undefined;
    const act = (one: grpc.ClientUnaryCall) => void until(isAsked, 'a call').then(() => one.cancel());
    return call(silent.address, { act });
  };
  assert.deepEqual(await within(giveUp), { said: undefined, told: [] });
  const kept = await within(() => giveUp().then(keepTrace));
  assert.deepEqual(kept, { said: 'promoted:marked', told: [silent.address] });
});

test('nobody is told where there was nobody', async () => {
  const gone = await serveRaw(() => undefined);
  await gone[Symbol.asyncDispose]();
  assert.deepEqual(await within(() => call(gone.address)), { said: 'promoted:UNAVAILABLE', told: [] });
});

test('an attempt that failed keeps the trace, though the next one has mended it', async () => {
  const retries = { 'grpc.service_config': JSON.stringify(RETRIES) };
  await using flaky = await serveRaw((count) => ({ 'grpc-status': count === 1 ? UNAVAILABLE : NOT_FOUND }));
  const mended = await within(() => call(flaky.address, retries));
  assert.deepEqual(mended, { said: 'promoted:UNAVAILABLE', told: [flaky.address] });
});

test('what an attempt says that failed is heard, whatever the next one says', async () => {
  const retries = { 'grpc.service_config': JSON.stringify(RETRIES) };
  await using flaky = await serveRaw((count) => ({
    'grpc-status': count === 1 ? UNAVAILABLE : NOT_FOUND,
    [VERDICT]: count === 1 ? 'promoted:DATA_LOSS' : 'refused',
  }));
  const { said } = await within(() => call(flaky.address, retries));
  assert.equal(said, 'promoted:DATA_LOSS');
});

test('a call that throws keeps the trace, and so does a status that an interceptor has made up', async () => {
  await using below = await serveRaw(() => ({ 'grpc-status': NOT_FOUND }));
  const thrower: grpc.Interceptor = () => {
    throw new Error('as it was asked to');
  };
  const thrown = await within(() => call(below.address, { interceptors: [thrower] }));
  assert.equal(thrown.said, 'promoted:UNKNOWN');
  const inventor: grpc.Interceptor = (options, next) =>
    new grpc.InterceptingCall(next(options), {
      start: (_metadata, listener) =>
        listener.onReceiveStatus({ code: UNAVAILABLE, details: 'made up' } as grpc.StatusObject),
    });
  const invented = await within(() => call(below.address, { interceptors: [inventor] }));
  assert.deepEqual(invented, { said: 'promoted:UNAVAILABLE', told: [] });
});
