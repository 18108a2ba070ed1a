import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SpanRecord } from './span-record.ts';
import { createTraceStore } from './trace-store.ts';

function record(traceId: string, spanId: string, json = '{}'): SpanRecord {
  const span = { traceId, spanId, service: 'order', name: 'op', kind: 2, start: 5n, end: 9n };
  return { ...span, resourceJson: '{"r":1}', scopeJson: '{"s":1}', json };
}

function spanIds(store: ReturnType<typeof createTraceStore>, traceId: string): string[] {
  const resources = [...(store.get(traceId)?.resources.values() ?? [])];
  return resources.flatMap((scopes) => [...scopes.values()].flat().map(({ spanId }) => spanId));
}

test('spans of one trace that arrive apart are one trace, grouped by resource and scope', () => {
  const store = createTraceStore(100_000, () => {});
  store.add([record('a', '1'), record('b', '1')]);
  store.add([record('a', '2'), { ...record('a', '3'), resourceJson: '{"r":2}', start: 3n }]);
  assert.deepEqual(spanIds(store, 'a'), ['1', '2', '3']);
  assert.equal(store.get('a')?.resources.size, 2);
  assert.equal(store.get('a')?.start, 3n);
  assert.equal(store.stats().traces, 2);
  assert.equal(store.stats().spans, 4);
});

test('a span that is sent again counts once', () => {
  const store = createTraceStore(100_000, () => {});
  store.add([record('a', '1')]);
  const { bytes } = store.stats();
  store.add([record('a', '1')]);
  assert.deepEqual(spanIds(store, 'a'), ['1']);
  assert.equal(store.stats().bytes, bytes);
  assert.equal(store.stats().repeatedSpans, 1);
});

test('above the bound whole traces go, first those that got no span for the longest time', () => {
  const evicted: number[] = [];
  const store = createTraceStore(8000, (spans) => evicted.push(spans));
  store.add([record('a', '1', 'x'.repeat(1000)), record('a', '2')]);
  store.add([record('b', '1', 'x'.repeat(1000))]);
  store.add([record('a', '3')]);
  store.add([record('c', '1', 'x'.repeat(2000))]);
  assert.equal(store.get('b'), undefined);
  assert.deepEqual(spanIds(store, 'a'), ['1', '2', '3']);
  store.add([record('d', '1', 'x'.repeat(4000))]);
  assert.equal(store.get('a'), undefined);
  assert.deepEqual(evicted, [1, 3, 1]);
  assert.ok(store.stats().bytes <= 8000);
});

test('a trace that is larger than the bound goes too, and its late spans are a new trace', () => {
  const store = createTraceStore(3000, () => {});
  store.add([record('a', '1', 'x'.repeat(5000))]);
  assert.equal(store.get('a'), undefined);
  assert.deepEqual(store.stats(), {
    traces: 0,
    spans: 0,
    bytes: 0,
    limitBytes: 3000,
    evictedTraces: 1,
    evictedSpans: 1,
    repeatedSpans: 0,
  });
  store.add([record('a', '2')]);
  assert.deepEqual(spanIds(store, 'a'), ['2']);
});

test('the bytes are those of the text and more', () => {
  const store = createTraceStore(100_000_000, () => {});
  store.add(Array.from({ length: 1000 }, (_, i) => record(`t${i}`, '1', 'é'.repeat(500))));
  assert.ok(store.stats().bytes > 1000 * 1000);
});
