import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseSpans } from './choose-spans.ts';
import { buildSpanTree } from './span-tree.ts';
import { readOtlpSpans } from './stores/otlp-spans.ts';
import { traceId } from './testing/order-trace.ts';
import { type OtlpSpan, otlpTrace, spanId } from './testing/otlp.ts';

const failed = { status: { code: 2 } };
const tree = (spans: readonly OtlpSpan[]) =>
  buildSpanTree(readOtlpSpans(otlpTrace(traceId, 0n, { a: spans }))?.spans ?? []);
const deep = (length: number) =>
  Array.from({ length }, (_, i) => ({ id: i + 1, ...(i > 0 && { parent: i }), at: i, ms: 1 }));

test('everything is chosen where there is room', () => {
  assert.equal(chooseSpans(tree(deep(5)), 5).size, 5);
});

test('the upper levels are chosen first, so an ancestor is never missing', () => {
  assert.deepEqual([...chooseSpans(tree(deep(9)), 3)], [1, 2, 3].map(spanId));
});

test('a failed span is chosen with all that leads to it, however late it comes', () => {
  const wide = Array.from({ length: 100 }, (_, i) => ({ id: i + 2, parent: 1, at: i, ms: 1 }));
  const below = { id: 200, parent: 101, at: 99, ms: 1, ...failed };
  const chosen = chooseSpans(tree([{ id: 1, at: 0, ms: 100 }, ...wide, below]), 20);
  assert.equal(chosen.size, 20);
  for (const id of [1, 101, 200]) assert.ok(chosen.has(spanId(id)), `${id}`);
});

test('many failures leave half of the room to the rest', () => {
  const wide = Array.from({ length: 100 }, (_, i) => ({
    id: i + 2,
    parent: 1,
    at: i,
    ms: 1,
    ...(i > 50 && failed),
  }));
  const chosen = chooseSpans(tree([{ id: 1, at: 0, ms: 100 }, ...wide]), 20);
  assert.equal(chosen.size, 20);
  assert.equal([...chosen].filter((id) => Number(`0x${id}`) > 52).length, 9);
});
