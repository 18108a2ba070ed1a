import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { serve } from '../testing/serve.ts';
import { aRecord, aSpan, logsOf, spanId, traceId, tracesOf } from '../testing/telemetry.ts';
import { otlpHttpRoutes } from './http-receiver.ts';
import { maxBodyBytes } from './read-body.ts';
import { logsSignal, traceSignal } from './signals.ts';
import type { LogsRequest, Refusal, TracesRequest } from './types.ts';

const protobuf = 'application/x-protobuf';

async function receiver(refusal?: Refusal) {
  const traces: TracesRequest[] = [];
  const logs: LogsRequest[] = [];
  const routes = otlpHttpRoutes({
    traces: (request) => {
      traces.push(request);
      return refusal;
    },
    logs: (request) => {
      logs.push(request);
      return undefined;
    },
  });
  const server = await serve(routes);
  const post = (path: string, type: string, body: Buffer | string, headers: Record<string, string> = {}) =>
    fetch(server.url + path, { method: 'POST', headers: { 'content-type': type, ...headers }, body });
  return { traces, logs, post, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const encodeTraces = (request: object) =>
  traceSignal.service['Export']?.requestSerialize(request) ?? Buffer.alloc(0);
const encodeLogs = (request: object) =>
  logsSignal.service['Export']?.requestSerialize(request) ?? Buffer.alloc(0);

test('a protobuf request is taken and answered empty in protobuf', async () => {
  await using server = await receiver();
  const answer = await server.post('/v1/traces', protobuf, encodeTraces(tracesOf('gateway', aSpan())));
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), protobuf);
  assert.equal((await answer.bytes()).length, 0);
  assert.equal(server.traces[0]?.resourceSpans?.[0]?.scopeSpans?.[0]?.spans?.[0]?.name, 'GET /things');
});

test('a JSON request is taken and answered empty in JSON, with a charset too', async () => {
  await using server = await receiver();
  const body = JSON.stringify({
    resourceSpans: [{ scopeSpans: [{ spans: [{ traceId, spanId, name: 'a' }] }] }],
  });
  const answer = await server.post('/v1/traces', 'application/json; charset=utf-8', body);
  assert.equal(answer.status, 200);
  assert.deepEqual(await answer.json(), {});
  assert.equal(server.traces.length, 1);
});

test('gzip is undone', async () => {
  await using server = await receiver();
  const body = gzipSync(encodeLogs(logsOf('gateway', aRecord('hello'))));
  const answer = await server.post('/v1/logs', protobuf, body, { 'content-encoding': 'gzip' });
  assert.equal(answer.status, 200);
  assert.equal(
    server.logs[0]?.resourceLogs?.[0]?.scopeLogs?.[0]?.logRecords?.[0]?.body?.stringValue,
    'hello',
  );
});

test('metrics are taken and dropped in both encodings', async () => {
  await using server = await receiver();
  assert.equal((await server.post('/v1/metrics', protobuf, Buffer.from([1, 2, 3]))).status, 200);
  assert.deepEqual(
    await (await server.post('/v1/metrics', 'application/json', '{"resourceMetrics":[]}')).json(),
    {},
  );
});

test('what the store refused is told as partial success', async () => {
  await using server = await receiver({ count: 2, reason: 'because' });
  const answer = await server.post('/v1/traces', 'application/json', '{}');
  assert.deepEqual(await answer.json(), { partialSuccess: { rejectedSpans: '2', errorMessage: 'because' } });
  const encoded = await (await server.post('/v1/traces', protobuf, Buffer.alloc(0))).bytes();
  assert.deepEqual(traceSignal.service['Export']?.responseDeserialize(Buffer.from(encoded)), {
    partialSuccess: { rejectedSpans: '2', errorMessage: 'because' },
  });
});

test('a broken body is answered 400 with a status in its own encoding', async () => {
  await using server = await receiver();
  const inJson = await server.post('/v1/traces', 'application/json', '{"resourceSpans":');
  assert.equal(inJson.status, 400);
  assert.equal(((await inJson.json()) as { code: number }).code, 3);
  const inProtobuf = await server.post('/v1/traces', protobuf, Buffer.from([0x0a, 0xff]));
  assert.equal(inProtobuf.status, 400);
  assert.equal(inProtobuf.headers.get('content-type'), protobuf);
  assert.match(await inProtobuf.text(), /the body is not an OTLP request/);
});

test('broken gzip is 400, an unknown content encoding and an unknown content type are 415', async () => {
  await using server = await receiver();
  const send = async (type: string, headers: Record<string, string>) =>
    (await server.post('/v1/logs', type, gzipSync('{}').subarray(0, 12), headers)).status;
  assert.equal(await send('application/json', { 'content-encoding': 'gzip' }), 400);
  assert.equal(await send('application/json', { 'content-encoding': 'br' }), 415);
  assert.equal(await send('text/plain', {}), 415);
});

test('a body that is too large, or becomes so, is answered 413', async () => {
  await using server = await receiver();
  const large = await server.post('/v1/traces', 'application/json', ' '.repeat(maxBodyBytes + 1));
  assert.equal(large.status, 413);
  assert.match(await large.text(), /send smaller batches/);
  const bomb = gzipSync(Buffer.alloc(maxBodyBytes + 1));
  assert.equal((await server.post('/v1/traces', protobuf, bomb, { 'content-encoding': 'gzip' })).status, 413);
});

test('JSON of any depth is answered', async () => {
  await using server = await receiver();
  const deep = (levels: number) =>
    `{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":${'{"arrayValue":{"values":['.repeat(levels)}{}${']}}'.repeat(levels)}}]}]}]}`;
  for (const levels of [10, 1000, 100_000]) {
    const { status } = await server.post('/v1/logs', 'application/json', deep(levels));
    assert.ok(status === 200 || status === 400, `${levels} levels gave ${status}`);
  }
});

test('random and truncated protobuf never gives a 500', async () => {
  await using server = await receiver();
  const valid = encodeTraces(tracesOf('gateway', aSpan()));
  const bodies = Array.from({ length: 300 }, (_, i) => (i % 2 ? randomBytes(i) : valid.subarray(0, i)));
  for (const body of bodies) {
    const { status } = await server.post('/v1/traces', protobuf, body);
    assert.ok(status === 200 || status === 400, `${body.toString('hex')} gave ${status}`);
  }
});

test('other methods and paths are answered in JSON', async () => {
  await using server = await serve(otlpHttpRoutes({ traces: () => undefined, logs: () => undefined }));
  assert.equal((await fetch(`${server.url}/v1/traces`)).status, 405);
  const unknown = await fetch(`${server.url}/v2/traces`);
  assert.equal(unknown.status, 404);
  assert.deepEqual(await unknown.json(), { error: 'telemetry-lite has no such path' });
});
