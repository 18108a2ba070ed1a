import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanId, traceId } from '../testing/telemetry.ts';
import { logsSignal, traceSignal } from './signals.ts';

const decode = (span: object) => {
  const text = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] });
  return traceSignal.decodeJson(text).resourceSpans?.[0]?.scopeSpans?.[0]?.spans?.[0];
};

test('hex ids of spans, parents and links become the same bytes as in protobuf', () => {
  const span = decode({
    traceId,
    spanId: spanId.toUpperCase(),
    parentSpanId: spanId,
    links: [{ traceId, spanId }],
  });
  assert.equal(span?.traceId, Buffer.from(traceId, 'hex').toString('base64'));
  assert.equal(span?.spanId, Buffer.from(spanId, 'hex').toString('base64'));
  assert.equal(span?.parentSpanId, span?.spanId);
  assert.equal(span?.links?.[0]?.traceId, span?.traceId);
});

test('enums are taken as numbers and as names, 64-bit integers as strings and as numbers', () => {
  assert.equal(decode({ kind: 3 })?.kind, 3);
  assert.equal(decode({ kind: 'SPAN_KIND_CLIENT' })?.kind, 3);
  assert.equal(
    decode({ startTimeUnixNano: '1767323045123456789' })?.startTimeUnixNano,
    '1767323045123456789',
  );
  assert.equal(decode({ startTimeUnixNano: 1_767_323_045 })?.startTimeUnixNano, '1767323045');
});

test('an attribute that is named like an id is a value and stays as it is', () => {
  const text = JSON.stringify({
    resourceLogs: [
      {
        scopeLogs: [
          { logRecords: [{ attributes: [{ key: 'traceId', value: { stringValue: 'not hex' } }] }] },
        ],
      },
    ],
  });
  const record = logsSignal.decodeJson(text).resourceLogs?.[0]?.scopeLogs?.[0]?.logRecords?.[0];
  assert.deepEqual(record?.attributes, [{ key: 'traceId', value: { stringValue: 'not hex' } }]);
});

test('fields of newer OTLP versions are skipped', () => {
  assert.equal(decode({ name: 'x', somethingNew: { a: 1 } })?.name, 'x');
});

test('what is no OTLP/JSON is refused', () => {
  for (const text of ['', '{', 'null', '[]', '5', '{"resourceSpans":5}', '{"resourceSpans":[null]}']) {
    assert.throws(() => traceSignal.decodeJson(text), text);
  }
  assert.throws(() => decode({ traceId: 'xyz' }), /traceId "xyz" is not hexadecimal/);
});
