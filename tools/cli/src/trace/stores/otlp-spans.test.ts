import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderTrace, traceId } from '../testing/order-trace.ts';
import { otlpTrace, spanId } from '../testing/otlp.ts';
import { readOtlpSpans } from './otlp-spans.ts';

const one = (span: object) => readOtlpSpans({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] });
const minimal = { spanId: spanId(1), startTimeUnixNano: '5', endTimeUnixNano: '9' };

test('a span that the store gives twice is read once', () => {
  const read = readOtlpSpans(orderTrace());
  assert.equal(read?.spans.length, 14);
  assert.equal(read?.unreadable, 0);
});

test('enums are read by number and by name, int64 as string and as number', () => {
  const byNumber = one({ ...minimal, kind: 3, status: { code: 2 } })?.spans[0];
  const byName = one({
    ...minimal,
    ...{ startTimeUnixNano: 5, endTimeUnixNano: 9 },
    ...{ kind: 'SPAN_KIND_CLIENT', status: { code: 'STATUS_CODE_ERROR' } },
  })?.spans[0];
  assert.deepEqual(byName, byNumber);
  assert.equal(byName?.kind, 'CLIENT');
  assert.equal(byName?.failed, true);
  assert.deepEqual([byName?.startNs, byName?.endNs], [5n, 9n]);
});

test('ids in base64 join to the same tree', () => {
  const base64 = (id: number) => Buffer.from(spanId(id), 'hex').toString('base64');
  const span = one({ ...minimal, spanId: base64(2), parentSpanId: base64(1) })?.spans[0];
  assert.deepEqual([span?.spanId, span?.parentId], [spanId(2), spanId(1)]);
});

test('a span that is all defaults is read', () => {
  const span = one({ spanId: spanId(1), startTimeUnixNano: '5' })?.spans[0];
  assert.deepEqual(span, {
    ...{ spanId: spanId(1), parentId: null, service: 'unknown', name: '', kind: 'UNSPECIFIED' },
    ...{ startNs: 5n, endNs: 5n, failed: false, problem: '', attributes: {}, links: [] },
  });
});

test('what went wrong is the status message, else the last exception', () => {
  const exception = (message: string) => ({
    name: 'exception',
    attributes: [
      { key: 'exception.type', value: { stringValue: 'Error' } },
      { key: 'exception.message', value: { stringValue: message } },
    ],
  });
  const events = [exception('first'), exception('last'), { name: 'other' }, null];
  assert.equal(one({ ...minimal, events })?.spans[0]?.problem, 'Error: last');
  assert.equal(one({ ...minimal, events, status: { message: 'no stock' } })?.spans[0]?.problem, 'no stock');
});

test('links are read with ids in hex and in base64, and what is none is skipped', () => {
  const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
  const link = { traceId, spanId: spanId(1) };
  const links = [link, { traceId: base64(traceId), spanId: base64(spanId(1)) }, null, 'x', { traceId: 'x' }];
  assert.deepEqual(one({ ...minimal, links })?.spans[0]?.links, [link, link]);
});

test('attributes of every type are read, and nesting has an end', () => {
  let deep: object = { stringValue: 'bottom' };
  for (let i = 0; i < 5000; i += 1) deep = { arrayValue: { values: [deep] } };
  const values = {
    a: { intValue: '7' },
    b: { intValue: '9223372036854775807' },
    c: { boolValue: false },
    d: { arrayValue: { values: [{ doubleValue: 0.5 }] } },
    e: { kvlistValue: { values: [{ key: 'x', value: { stringValue: 'y' } }] } },
    f: {},
    deep,
  };
  const attributes = [
    ...Object.entries(values).map(([key, value]) => ({ key, value })),
    'garbage',
    { key: 7 },
  ];
  const { deep: cut, ...read } = one({ ...minimal, attributes })?.spans[0]?.attributes ?? {};
  assert.deepEqual(read, { a: 7, b: '9223372036854775807', c: false, d: [0.5], e: { x: 'y' }, f: null });
  assert.match(JSON.stringify(cut), /^\[+"…"\]+$/);
});

test('entries that are no spans are counted, and the others are still read', () => {
  const trace = otlpTrace(traceId, 0n, { a: [{ id: 1, at: 0, ms: 1 }] });
  const spans: unknown[] = trace.resourceSpans[0]?.scopeSpans[0]?.spans ?? [];
  spans.push(null, 'x', { ...minimal, spanId: 'zz' }, { spanId: spanId(3), startTimeUnixNano: '-1' });
  const read = readOtlpSpans(trace);
  assert.equal(read?.spans.length, 1);
  assert.equal(read?.unreadable, 4);
});

test('an answer that is no trace is not read as an empty one', () => {
  for (const garbage of [undefined, null, [], 'x', { resourceSpans: 'x' }, { resourceSpans: [7] }]) {
    assert.equal(readOtlpSpans(garbage), undefined, JSON.stringify(garbage));
  }
});
