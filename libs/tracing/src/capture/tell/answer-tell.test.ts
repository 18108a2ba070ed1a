import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type ClientHttp2Stream, connect, constants } from 'node:http2';
import { after, afterEach, before, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { askRaw } from '../../grpc/testing/ask-raw.ts';
import { type RunningShop, serveShop } from '../../grpc/testing/serve-shop.ts';
import { until } from '../../testing/until.ts';
import type { CapturedTrace } from '../captured-trace.ts';
import { currentCapture, setCapture } from '../current-capture.ts';
import { captureMesh, newTrace } from '../testing/captured-mesh.ts';
import { BatchTeller } from './batch-teller.ts';
import { MAX_TELL_BYTES, TELL_PATH } from './tell-method.ts';
import { TellTally } from './tell-tally.ts';
import { askTell } from './testing/ask-tell.ts';
import type { ToldVerdict } from './told-verdict.ts';
import { writeTell } from './write-tell.ts';

const [OK, INVALID_ARGUMENT, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNIMPLEMENTED] = [
  '0',
  '3',
  '4',
  '8',
  '12',
];

const mesh = captureMesh();
const capture = currentCapture();
let shop: RunningShop;
/** Outsiders can reach it. */
let edge: RunningShop;
let session: ReturnType<typeof connect>;

before(async () => {
  shop = await serveShop();
  edge = await serveShop();
  mesh.openToOutsiders(Number(edge.address.split(':')[1]));
  session = connect(`http://${shop.address}`);
});
afterEach(() => setCapture(capture));
after(async () => {
  session.destroy();
  await Promise.all([shop, edge].map((server) => server[Symbol.asyncDispose]()));
});

/** A request that went well, and waits. @returns what another process would tell of it */
async function parked(verdict: ToldVerdict['verdict'] = 'slow'): Promise<ToldVerdict> {
  const { traceId, headers } = newTrace();
  await askRaw(shop.address, headers);
  assert.deepEqual(mesh.reasonsOf(traceId), []);
  return { traceId, verdict, level: 0 };
}

const tell = (...promotions: ToldVerdict[]) => askTell(session, (call) => call.end(writeTell(promotions)));

test('what another process tells is kept, and what is not known here is counted', async () => {
  const [one, other] = [await parked('INTERNAL'), await parked()];
  const unknown = { ...one, traceId: newTrace().traceId };
  const [sent, missed] = [mesh.sent.length, Number(capture?.tally.missedTraces)];
  assert.equal(await tell(one, unknown, other, one), OK);
  assert.deepEqual(mesh.reasonsOf(one.traceId), ['promoted:INTERNAL']);
  assert.deepEqual(mesh.reasonsOf(other.traceId), ['promoted:slow']);
  assert.equal(mesh.sent.length, sent + 2);
  assert.equal(capture?.tally.missedTraces, missed + 1);
});

test('a client of gRPC can call it', async () => {
  const one = await parked();
  const client = new grpc.Client(shop.address, grpc.credentials.createInsecure());
  const message = writeTell([one]).subarray(5);
  const same = (bytes: Buffer) => bytes;
  const answer = await new Promise((resolve, reject) =>
    client.makeUnaryRequest(TELL_PATH, same, same, Buffer.from(message), (error, bytes) =>
      error ? reject(error) : resolve(bytes?.length),
    ),
  );
  client.close();
  assert.equal(answer, 0);
  assert.deepEqual(mesh.reasonsOf(one.traceId), ['promoted:slow']);
});

test('a port that outsiders can reach does not have the method, nor has any where nothing is parked', async () => {
  const one = await parked();
  const outside = connect(`http://${edge.address}`);
  assert.equal(await askTell(outside, (call) => call.end(writeTell([one]))), UNIMPLEMENTED);
  outside.destroy();
  setCapture(undefined);
  assert.equal(await tell(one), UNIMPLEMENTED);
  assert.deepEqual(mesh.reasonsOf(one.traceId), []);
});

test('it is no request: what was parked before it and after it is the same', async () => {
  const before = [capture?.traces, capture?.bytes];
  assert.equal(await tell(), OK);
  assert.deepEqual([capture?.traces, capture?.bytes], before);
});

const nonsense: Record<string, [string | undefined, (call: ClientHttp2Stream, body: Buffer) => void]> = {
  'nothing at all': [INVALID_ARGUMENT, (call) => call.end()],
  'half a message': [INVALID_ARGUMENT, (call, body) => call.end(body.subarray(0, -1))],
  'two messages': [INVALID_ARGUMENT, (call, body) => call.end(Buffer.concat([body, body]))],
  'a compressed one': [INVALID_ARGUMENT, (call, body) => call.end(Buffer.from(body).fill(1, 0, 1))],
  'too much': [RESOURCE_EXHAUSTED, (call) => call.end(Buffer.alloc(MAX_TELL_BYTES + 1))],
  'much without an end': [RESOURCE_EXHAUSTED, (call) => call.write(Buffer.alloc(MAX_TELL_BYTES * 2))],
  'a message that does not end': [DEADLINE_EXCEEDED, (call, body) => call.write(body.subarray(0, -1))],
  'a reset': [
    undefined,
    (call, body) => {
      call.write(body.subarray(0, -1));
      call.close(constants.NGHTTP2_CANCEL);
    },
  ],
};

for (const [name, [status, act]] of Object.entries(nonsense)) {
  test(`${name}: nothing is kept, and the server goes on`, async () => {
    const one = await parked();
    const body = Buffer.from(writeTell([one]));
    assert.equal(await askTell(session, (call) => act(call, body)), status);
    assert.deepEqual(mesh.reasonsOf(one.traceId), []);
    assert.equal(await tell(one), OK);
  });
}

test('whoever holds all places, holds them for a second', async () => {
  const one = await parked();
  const holders = Array.from({ length: 100 }, () => askTell(session, (call) => call.write(Buffer.alloc(1))));
  assert.equal(await tell(one), RESOURCE_EXHAUSTED);
  assert.deepEqual(new Set(await Promise.all(holders)), new Set([DEADLINE_EXCEEDED]));
  assert.deepEqual(mesh.reasonsOf(one.traceId), []);
  assert.equal(await tell(one), OK);
});

test('callers that go away hold no place', async () => {
  const one = await parked();
  for (let round = 0; round < 3; round++) {
    const rude = connect(`http://${shop.address}`);
    await once(rude, 'connect');
    const calls = Array.from({ length: 60 }, () => askTell(rude, (call) => call.write(Buffer.alloc(1))));
    await new Promise((resolve) => rude.ping(resolve));
    rude.destroy();
    await Promise.all(calls);
  }
  assert.equal(await tell(one), OK);
});

test('an orderly stop of a server does not wait for the connections of those who tell it', async () => {
  const leaving = await serveShop();
  const tally = new TellTally();
  const teller = new BatchTeller(tally);
  teller.tell(leaving.address, { ...(await parked()), verdict: 'slow' } as unknown as CapturedTrace);
  await until(() => (tally.told === 1 ? true : undefined), 'one told');
  leaving.client.close();
  const start = performance.now();
  await new Promise((resolve) => leaving.server.tryShutdown(resolve));
  // They are kept for ten.
  assert.ok(performance.now() - start < 5000);
  await teller.end();
});
