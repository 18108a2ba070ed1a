import assert from 'node:assert/strict';
import { type ClientHttp2Stream, constants } from 'node:http2';
import { after, before, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { captureMesh, newTrace } from '../capture/testing/captured-mesh.ts';
import { until } from '../testing/until.ts';
import { askRaw } from './testing/ask-raw.ts';
import { type Answer, type AnyCall, type RunningShop, serveShop } from './testing/serve-shop.ts';

const FAILURES = ['UNKNOWN', 'DEADLINE_EXCEEDED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS'];
const STATUSES = Object.keys(grpc.status).filter((name) => Number.isNaN(Number(name)));
const mesh = captureMesh();
const VERDICT = 'mesh-capture';
const SLOW_MS = 20;

let handle = (_call: AnyCall, done: Answer) => done(null, {});
let shop: RunningShop;
let edge: RunningShop;
before(async () => {
  const options = { handle: (call: AnyCall, done: Answer) => handle(call, done) };
  [shop, edge] = [await serveShop(options), await serveShop(options)];
  mesh.openToOutsiders(Number(edge.address.split(':')[1]));
});
after(async () => {
  for (const one of [shop, edge]) await one[Symbol.asyncDispose]();
});

function fail(name: string): void {
  const code = grpc.status[name as 'OK'];
  handle = (_call, done) => (code === 0 ? done(null, {}) : done({ code, details: 'as it was asked to' }));
}

test('each status that is a failure keeps its trace, and the trailers say so; a refusal and a missing method do not', async () => {
  for (const status of STATUSES) {
    fail(status);
    const { traceId, headers } = newTrace();
    const said = (await askRaw(shop.address, headers))[VERDICT];
    const isKept = FAILURES.includes(status);
    assert.equal(said, isKept ? `promoted:${status}` : undefined, status);
    assert.deepEqual(mesh.reasonsOf(traceId), isKept ? [said] : [], status);
  }
});

test('only a caller that is believed is told', async () => {
  fail('INTERNAL');
  const kept = mesh.sent.length;
  assert.equal((await askRaw(shop.address, {}))[VERDICT], undefined);
  assert.equal((await askRaw(edge.address, newTrace().headers))[VERDICT], undefined);
  // And they are kept all the same.
  assert.equal(mesh.sent.length, kept + 2);
});

test('a trace that was sampled is told of like any other, and its spans keep the reason that they have', async () => {
  fail('INTERNAL');
  const { traceId, headers } = newTrace('01');
  assert.equal((await askRaw(shop.address, headers))[VERDICT], 'promoted:INTERNAL');
  assert.deepEqual(mesh.reasonsOf(traceId), ['undefined']);
});

test('what a caller that is believed says of the trace holds, and no handler sees it', async () => {
  const seen: unknown[] = [];
  handle = (call, done) => {
    seen.push(...call.metadata.get(VERDICT));
    done({ code: grpc.status.INTERNAL });
  };
  for (const [says, becomes] of [
    ['promoted:slow', 'promoted:slow'],
    ['refused', 'refused'],
    ['promoted:whim', 'promoted:INTERNAL'],
  ] as const) {
    const { traceId, headers } = newTrace();
    assert.equal((await askRaw(shop.address, { ...headers, [VERDICT]: says }))[VERDICT], becomes);
    assert.deepEqual(mesh.reasonsOf(traceId), becomes === 'refused' ? [] : [becomes]);
  }
  assert.deepEqual(seen, []);
});

test('what an outsider says of the trace is not heard, nor seen by handlers', async () => {
  const seen: unknown[] = [];
  handle = (call, done) => {
    seen.push(...call.metadata.get(VERDICT));
    done(null, {});
  };
  const kept = mesh.sent.length;
  await askRaw(edge.address, { ...newTrace().headers, [VERDICT]: 'promoted:slow' });
  await askRaw(shop.address, { [VERDICT]: 'promoted:slow' });
  assert.deepEqual([seen, mesh.sent.length], [[], kept]);
});

test('a call of one message and one answer that takes too long is kept; a stream takes as long as it is wanted', async () => {
  handle = (call, done) => {
    setTimeout(() => (call.getPath().endsWith('/List') ? call.end() : done(null, {})), SLOW_MS * 2);
  };
  mesh.slowMillis = SLOW_MS;
  const kept = mesh.sent.length;
  const list = { ...newTrace().headers, ':path': '/shop.v1.Shop/List' };
  const [unary, stream] = await Promise.all(
    [newTrace().headers, list].map((headers) => askRaw(shop.address, headers)),
  );
  assert.deepEqual([unary?.['grpc-status'], unary?.[VERDICT]], ['0', 'promoted:slow']);
  assert.deepEqual([stream?.['grpc-status'], stream?.[VERDICT]], ['0', undefined]);
  assert.equal(mesh.sent.length, kept + 1);
});

/** Asks what never answers, and when it is being handled leaves in this way. @returns its trace id, when it has ended there */
async function leave(way: (call: ClientHttp2Stream) => void, afterMs = 0): Promise<string> {
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  const { promise: ended, resolve: hasEnded } = Promise.withResolvers<void>();
  handle = (call) => {
    call.on('cancelled', hasEnded);
    setTimeout(isAsked, afterMs);
  };
  const { traceId, headers } = newTrace();
  const act = (call: ClientHttp2Stream) => void asked.then(() => way(call.on('error', () => {})));
  await askRaw(shop.address, headers, { act });
  await ended;
  return traceId;
}

/** The server gives its caller the time to say what becomes of the trace. */
function reasonsOf(traceId: string): Promise<string[]> {
  const reasons = () => (mesh.reasonsOf(traceId).length > 0 ? mesh.reasonsOf(traceId) : undefined);
  return until(reasons, 'a trace that is kept');
}

const cancel = (call: ClientHttp2Stream) => call.close(constants.NGHTTP2_CANCEL);

test('a call that its caller gives up is kept if it was slow', async () => {
  mesh.slowMillis = Number.POSITIVE_INFINITY;
  const quick = await leave(cancel);
  mesh.slowMillis = SLOW_MS;
  assert.deepEqual(await reasonsOf(await leave(cancel, SLOW_MS * 2)), ['promoted:slow']);
  assert.deepEqual(mesh.reasonsOf(quick), []);
});

test('a call whose caller is gone is kept: nobody else could say that it was cut off', async () => {
  mesh.slowMillis = Number.POSITIVE_INFINITY;
  const lost = await leave((call) => call.session?.destroy());
  assert.deepEqual(await reasonsOf(lost), ['promoted:UNAVAILABLE']);
});
