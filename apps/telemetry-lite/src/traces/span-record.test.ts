import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSpan, aTime, attribute, base64, spanId, traceId, tracesOf } from '../testing/telemetry.ts';
import { toSpanRecords } from './span-record.ts';

test('a span keeps what a search reads, and the rest as OTLP JSON with hex ids', () => {
  const link = { traceId: base64(traceId), spanId: base64(spanId) };
  const { spans, refusal } = toSpanRecords(
    tracesOf('order', aSpan({ parentSpanId: base64(spanId), links: [link] })),
  );
  assert.equal(refusal, undefined);
  const [span] = spans;
  assert.equal(span?.service, 'order');
  assert.equal(span?.start, aTime);
  assert.deepEqual(JSON.parse(span?.json ?? ''), {
    traceId,
    spanId,
    parentSpanId: spanId,
    name: 'GET /things',
    kind: 2,
    startTimeUnixNano: `${aTime}`,
    endTimeUnixNano: `${aTime + 2_000_000n}`,
    links: [{ traceId, spanId, attributes: [attribute('opentracing.ref_type', 'follows_from')] }],
    status: {},
  });
});

test('a root span has no parentSpanId, also when it was sent as zeroes', () => {
  const { spans } = toSpanRecords(tracesOf('order', aSpan({ parentSpanId: base64('0000000000000000') })));
  assert.ok(!('parentSpanId' in JSON.parse(spans[0]?.json ?? '')));
});

test('spans that could not be found are refused and counted, the others are kept', () => {
  const zero = base64('00'.repeat(16));
  const { spans, refusal } = toSpanRecords(
    tracesOf('order', aSpan(), aSpan({ traceId: zero }), aSpan({ spanId: '' })),
  );
  assert.equal(spans.length, 1);
  assert.deepEqual(refusal, { count: 2, reason: 'spans without a valid trace id and span id' });
});

test('an id of a wrong length refuses the whole request', () => {
  assert.throws(() => toSpanRecords(tracesOf('order', aSpan({ traceId: base64('abcdef') }))), {
    message: 'an id has 3 bytes, it must have 16',
  });
});

test('a missing, empty or odd service name is replaced as Jaeger does', () => {
  const service = (attributes: ReturnType<typeof attribute>[]) =>
    toSpanRecords({ resourceSpans: [{ resource: { attributes }, scopeSpans: [{ spans: [aSpan()] }] }] })
      .spans[0];
  assert.equal(service([])?.service, 'missing-service-name');
  assert.equal(service([attribute('service.name', '')])?.service, 'empty-service-name');
  assert.equal(service([attribute('service.name', { intValue: '5' })])?.service, 'service-name-wrong-type');
  assert.deepEqual(JSON.parse(service([])?.resourceJson ?? ''), {
    attributes: [attribute('service.name', 'missing-service-name')],
  });
});
