import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogLine } from '../log-line.ts';
import { distinctLines } from './distinct-lines.ts';

const line: LogLine = {
  ...{ timeNs: 5n, service: 'a', level: 'info', message: 'hello', spanId: null, traceId: null },
  fields: { x: '1', y: '2' },
};

test('an exact repeat is read once and kept apart, in whatever order its fields came', () => {
  const repeat = { ...line, fields: { y: '2', x: '1' } };
  assert.deepEqual(distinctLines([line, repeat]), { lines: [line], repeats: [repeat] });
});

test('what differs in one thing is another line', () => {
  const others = [
    { ...line, timeNs: 6n },
    { ...line, service: 'b' },
    { ...line, message: 'hullo' },
    { ...line, spanId: '00f067aa0ba902b7' },
    { ...line, fields: { x: '1' } },
  ];
  assert.deepEqual(distinctLines([line, ...others]), { lines: [line, ...others], repeats: [] });
});
