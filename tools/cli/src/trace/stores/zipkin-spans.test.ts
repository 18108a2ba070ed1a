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
  assert.deepEqual(zipkin, withoutAttributes(readOtlpSpans(orderTrace())));
});

test('the name of a call is put together again from its tags, as the stock instrumentation wrote it too', () => {
  const full = 'mesh.order.v1.OrderService/CreateOrder';
  const names: readonly [string, Record<string, string>][] = [
    [full, { 'rpc.method': full }],
    [`grpc.${full}`, { 'rpc.service': 'mesh.order.v1.OrderService', 'rpc.method': 'CreateOrder' }],
    ['_OTHER', { 'http.request.method': 'GET', 'url.path': '/Other' }],
  ];
  for (const [name, attributes] of names) {
    assert.equal(read([{ id: 1, at: 0, ms: 1, name, attributes }])?.[0]?.name, name);
  }
});

test('links are read from their tags, which are no attributes; neither is the state of the trace', () => {
  const links = [1, 2].map((id) => ({ traceId: `${id}`.repeat(32), spanId: spanId(id) }));
  const attributes = { 'w3c.tracestate': 'ot=th:0', 'otlp.link.7': 'broken' };
  const [span] = read([{ id: 1, at: 0, ms: 1, links, attributes }]) ?? [];
  assert.deepEqual(span?.links, links);
  assert.deepEqual(span?.attributes, {});
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
