import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longAgoNs, orderServices, orderTrace } from '../testing/order-trace.ts';
import { type OtlpSpan, spanId } from '../testing/otlp.ts';
import { zipkinTrace } from '../testing/zipkin.ts';
import { readOtlpSpans } from './otlp-spans.ts';
import { readZipkinSpans } from './zipkin-spans.ts';

const read = (spans: readonly OtlpSpan[]) => readZipkinSpans(zipkinTrace(longAgoNs, { a: spans }))?.spans;

test('an order is read from Zipkin as from Jaeger, down to the letters of its names', () => {
  const withoutAttributes = (spans: ReturnType<typeof readOtlpSpans>) =>
    spans?.spans.map(({ attributes: _, ...span }) => span).sort((a, b) => a.spanId.localeCompare(b.spanId));
  const zipkin = withoutAttributes(readZipkinSpans(zipkinTrace(longAgoNs, orderServices)));
  assert.equal(zipkin?.length, 14);
  const rpcNames = /^grpc\.mesh\.(order|inventory)\.v1/;
  const jaeger = withoutAttributes(readOtlpSpans(orderTrace()));
  assert.deepEqual(
    zipkin.map((span) => ({ ...span, name: span.name.replace(rpcNames, 'grpc') })),
    // Without rpc.service and rpc.method, which these made-up spans do not have, a name stays in lower case.
    jaeger?.map((span) => {
      const name = rpcNames.test(span.name) ? span.name.toLowerCase() : span.name;
      return { ...span, name: name.replace(rpcNames, 'grpc') };
    }),
  );
});

test('the name of a call is put together again from its tags', () => {
  const attributes = { 'rpc.service': 'mesh.order.v1.OrderService', 'rpc.method': 'CreateOrder' };
  const name = 'grpc.mesh.order.v1.OrderService/CreateOrder';
  assert.equal(read([{ id: 1, at: 0, ms: 1, name, attributes }])?.[0]?.name, name);
});

test('a failure is told by its status, its reason by the description', () => {
  const [failed, silent, fine] =
    read([
      { id: 1, at: 0, ms: 1, status: { code: 2, message: 'no such order' } },
      { id: 2, at: 0, ms: 1, status: { code: 2 } },
      { id: 3, at: 0, ms: 1, kind: 1 },
    ]) ?? [];
  assert.deepEqual([failed?.failed, failed?.problem], [true, 'no such order']);
  assert.deepEqual([silent?.failed, silent?.problem], [true, '']);
  assert.deepEqual([fine?.failed, fine?.kind], [false, 'INTERNAL']);
});

test('a span that is there twice is read once and counted, what is no span is counted too', () => {
  const [span] = zipkinTrace(longAgoNs, { a: [{ id: 7, at: 0, ms: 1 }] });
  const answer = readZipkinSpans([span, span, { id: 'zz' }, null]);
  assert.deepEqual([answer?.spans.length, answer?.repeats, answer?.unreadable], [1, [spanId(7)], 2]);
  assert.equal(readZipkinSpans({ result: {} }), undefined);
});
