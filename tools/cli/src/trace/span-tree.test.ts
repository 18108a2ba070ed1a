import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSpanTree, depthFirst } from './span-tree.ts';
import { readOtlpSpans } from './stores/otlp-spans.ts';
import { traceId } from './testing/order-trace.ts';
import { type OtlpSpan, otlpTrace, spanId } from './testing/otlp.ts';

const tree = (spans: readonly OtlpSpan[]) =>
  buildSpanTree(readOtlpSpans(otlpTrace(traceId, 0n, { a: spans }))?.spans ?? []);
const ids = (spans: Iterable<{ spanId: string }>) => [...spans].map((span) => Number(`0x${span.spanId}`));

test('children stand under their parent by start time, whatever order they came in', () => {
  const built = tree([
    { id: 3, parent: 1, at: 2, ms: 1 },
    { id: 2, parent: 1, at: 1, ms: 1 },
    { id: 4, parent: 2, at: 1, ms: 1 },
    { id: 1, at: 0, ms: 9 },
  ]);
  assert.deepEqual(ids(depthFirst(built)), [1, 2, 4, 3]);
});

test('a span whose parent is missing becomes a root and is remembered', () => {
  const built = tree([
    { id: 1, at: 0, ms: 9 },
    { id: 2, parent: 77, at: 1, ms: 1 },
  ]);
  assert.deepEqual(ids(built.roots), [1, 2]);
  assert.deepEqual([...built.orphans], [spanId(2)]);
});

test('parent ids that go round in circles lose no span and do not hang', () => {
  const built = tree([
    { id: 1, parent: 3, at: 0, ms: 1 },
    { id: 2, parent: 1, at: 1, ms: 1 },
    { id: 3, parent: 2, at: 2, ms: 1 },
    { id: 4, parent: 4, at: 3, ms: 1 },
    { id: 5, parent: 2, at: 4, ms: 1 },
  ]);
  assert.deepEqual(ids(depthFirst(built)).sort(), [1, 2, 3, 4, 5]);
  assert.equal(built.roots.length, 2);
  assert.equal(built.orphans.size, 0);
});

test('10 000 spans are built into a tree quickly, as a chain and as a fan', () => {
  const chain = Array.from({ length: 10_000 }, (_, i) => ({ id: i + 1, parent: i, at: i, ms: 1 }));
  const fan = chain.map((span) => ({ ...span, parent: span.id === 1 ? 0 : 1 }));
  const start = performance.now();
  assert.equal([...depthFirst(tree(chain))].length, 10_000);
  assert.equal([...depthFirst(tree(fan))].length, 10_000);
  assert.ok(performance.now() - start < 5000);
});
