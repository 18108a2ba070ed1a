import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isProblemOrigin } from './problem-origin.ts';
import { buildSpanTree, depthFirst } from './span-tree.ts';
import type { OtlpSpan } from './testing/otlp.ts';
import { readMadeUp } from './testing/read.ts';

/** The ids of the origins in a chain of failed spans, each below the one before, that say `messages`. */
function origins(...messages: readonly (string | undefined)[]): number[] {
  const spans = messages.map((message, i): OtlpSpan => {
    const status = message === undefined ? {} : { status: { code: 2, message } };
    return { id: i + 1, ...(i > 0 && { parent: i }), at: i, ms: 1, ...status };
  });
  const tree = buildSpanTree(readMadeUp({ a: spans }).spans);
  return [...depthFirst(tree)]
    .filter((span) => isProblemOrigin(span, tree))
    .map(({ spanId }) => Number(spanId));
}

test('words that are passed on are shown where they come from, also through spans that say nothing', () => {
  assert.deepEqual(origins('no stock', 'no stock'), [2]);
  assert.deepEqual(origins('no stock', '', '', 'no stock'), [4]);
});

test('other words, and words that do not come from below, are shown', () => {
  assert.deepEqual(origins('late', 'no stock'), [1, 2]);
  assert.deepEqual(origins('no stock', undefined, 'no stock'), [1, 3]);
  assert.deepEqual(origins('', ''), []);
});
