import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEvictionReport } from './eviction-report.ts';

test('what went in one interval is one line', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const lines: unknown[] = [];
  const report = createEvictionReport((_level, _message, fields) => lines.push(fields), 5000);
  report.trace(3);
  report.trace(4);
  report.lines(10);
  context.mock.timers.tick(5000);
  report.lines(1);
  context.mock.timers.tick(10_000);
  assert.deepEqual(lines, [
    { traces: 2, spans: 7, lines: 10 },
    { traces: 0, spans: 0, lines: 1 },
  ]);
});
