import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grpcCaller, httpCaller } from './at-the-edge/testing/call-outside.ts';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const traceparent = `00-${TRACE}-${SPAN}-01`;
const other = { b3: `${'f'.repeat(32)}-${SPAN}-1` };

/** The traceparents that an HTTP and a gRPC server answer to these headers, and the spans that they send. */
async function answersTo(headers: Record<string, string>, variables: Record<string, string>) {
  await using collector = await startCollector();
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_METRICS_EXPORTER: 'none' };
  await using edge = startService('edge', { env: { ...endpoint, ...variables } });
  const { port, grpcPort } = await edge.line('listening');
  using http = httpCaller(Number(port));
  using grpc = grpcCaller(Number(grpcPort));
  const answers = [await http.call(headers), await grpc.call(headers)];
  edge.stop();
  assert.equal((await edge.exit).code, 0, edge.stderr());
  return { answers, spans: collector.spans };
}

test('with MESH_PROPAGATION_ONLY=true ids go on as they came, and no span is made', async () => {
  const trusted = { MESH_PROPAGATION_ONLY: 'true', MESH_TRUST: 'trust' };
  const { answers, spans } = await answersTo({ traceparent }, trusted);
  assert.deepEqual(answers, [traceparent, traceparent]);
  assert.deepEqual(spans, []);
});

test('with MESH_PROPAGATION_ONLY=true a request without ids gets some, and they say that nothing is sampled', async () => {
  const { answers, spans } = await answersTo({ 'trace-id': '42' }, { MESH_PROPAGATION_ONLY: 'true' });
  for (const answer of answers) assert.match(answer, /^00-0{30}2a-[0-9a-f]{16}-00$/);
  const made = await answersTo({}, { MESH_PROPAGATION_ONLY: 'true' });
  for (const answer of made.answers) assert.match(answer, /^00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-02$/);
  assert.deepEqual([...spans, ...made.spans], []);
});

test('OTEL_PROPAGATORS says which headers are read', async () => {
  const b3 = await answersTo({ traceparent, ...other }, { OTEL_PROPAGATORS: 'b3' });
  for (const answer of b3.answers) assert.match(answer, /^00-f{32}-/);
  const none = await answersTo({ traceparent, ...other }, { OTEL_PROPAGATORS: 'none' });
  for (const answer of none.answers) assert.doesNotMatch(answer, /^00-(f{32}|0af7)/);
  const all = await answersTo({ traceparent, ...other }, {});
  for (const answer of all.answers) assert.match(answer, new RegExp(`^00-${TRACE}-`));
});

for (const [sampler, flags] of [
  ['always_on', '01'],
  ['always_off', '00'],
  ['traceidratio', '01'],
  ['parentbased_always_on', '00'],
  ['parentbased_always_off', '00'],
  ['parentbased_traceidratio', '00'],
] as const) {
  test(`OTEL_TRACES_SAMPLER=${sampler} makes flag ${flags} of a trusted caller's 00`, async () => {
    const headers = { traceparent: `00-${TRACE}-${SPAN}-00` };
    const { answers, spans } = await answersTo(headers, {
      OTEL_TRACES_SAMPLER: sampler,
      MESH_TRUST: 'trust',
    });
    assert.deepEqual(
      answers.map((answer) => answer.slice(-2)),
      [flags, flags],
    );
    assert.equal(spans.length, flags === '01' ? 2 : 0);
  });
}

test('what MESH_TRUST says holds for both servers: an id is adopted, linked to or ignored', async () => {
  const parents = async (mode: string) => {
    const { spans } = await answersTo({ traceparent }, { MESH_TRUST: mode });
    assert.equal(spans.length, 2);
    return spans.map(({ traceId, parentSpanId, links }) => [
      traceId === TRACE && parentSpanId === SPAN,
      links.some((link) => link.traceId === TRACE && link.spanId === SPAN),
    ]);
  };
  assert.deepEqual(await parents('trust'), Array(2).fill([true, false]));
  assert.deepEqual(await parents('adopt'), Array(2).fill([true, false]));
  assert.deepEqual(await parents('link'), Array(2).fill([false, true]));
  assert.deepEqual(await parents('ignore'), Array(2).fill([false, false]));
});

test('a caller that proves a key of MESH_TRUST_KEYS keeps its flag, and the key is in no span', async () => {
  const key = 'the-key-of-the-load-test';
  const variables = {
    OTEL_TRACES_SAMPLER: 'parentbased_always_off',
    MESH_TRUST_KEYS: `another-key-entirely,${key}`,
  };
  const { answers, spans } = await answersTo({ traceparent, 'mesh-trust-key': key }, variables);
  assert.deepEqual(
    answers.map((answer) => answer.slice(-2)),
    ['01', '01'],
  );
  assert.equal(spans.length, 2);
  assert.doesNotMatch(
    JSON.stringify(spans, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    /load-test/,
  );
  const wrong = await answersTo({ traceparent, 'mesh-trust-key': `${key}!` }, variables);
  assert.deepEqual(wrong.spans, []);
});

test('MESH_GRPC_INSTRUMENTATION=stock brings back the spans of the stock instrumentation', async () => {
  const { spans } = await answersTo({ traceparent }, { MESH_GRPC_INSTRUMENTATION: 'stock' });
  assert.deepEqual(spans.map(({ name }) => name).toSorted(), [
    'GET /v1/orders/:id',
    'grpc.shop.v1.CartService/List',
  ]);
});
