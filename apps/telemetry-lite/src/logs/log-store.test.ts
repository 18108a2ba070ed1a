import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogLine } from './log-line.ts';
import { createLogStore } from './log-store.ts';

const logLine = (line: string, change: Partial<LogLine> = {}): LogLine => ({
  time: 5n,
  line,
  stream: [['service_name', 'order']],
  metadata: [['trace_id', 'a']],
  ...change,
});

test('of exact duplicates one is kept; another time, stream or metadata is another line', () => {
  const store = createLogStore(100_000, () => {});
  store.add([logLine('a'), logLine('a'), logLine('a', { time: 6n }), logLine('a', { stream: [] })]);
  store.add([logLine('a'), logLine('a', { metadata: [] }), logLine('b')]);
  assert.equal(store.stats().lines, 5);
  assert.equal(store.stats().repeatedLines, 2);
});

test('above the bound the lines that came first go, and are counted', () => {
  const evicted: number[] = [];
  const store = createLogStore(10_000, (lines) => evicted.push(lines));
  store.add([logLine('first', { time: 9n }), logLine('second', { time: 1n })]);
  store.add([logLine('x'.repeat(8200))]);
  assert.deepEqual(
    [...store.all()].map(({ line }) => line.slice(0, 6)),
    ['second', 'xxxxxx'],
  );
  assert.deepEqual(evicted, [1]);
  store.add([logLine('y'.repeat(20_000))]);
  assert.equal(store.stats().lines, 0);
  assert.equal(store.stats().bytes, 0);
  assert.equal(store.stats().evictedLines, 4);
});
