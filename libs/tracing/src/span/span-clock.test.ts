import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { HrTime } from '@opentelemetry/api';
import { addMillis, wallTime } from './span-clock.ts';
import { startSpans } from './testing/start-spans.ts';

function millis([seconds, nanos]: HrTime): number {
  return seconds * 1000 + nanos / 1_000_000;
}

test('times are those of the wall clock, finer than a millisecond', () => {
  const marks = Array.from({ length: 1000 }, () => performance.now());
  const times = marks.map(wallTime);
  assert.ok(Math.abs(millis(wallTime(performance.now())) - Date.now()) < 10);
  assert.ok(new Set(times.map(([, nanos]) => nanos % 1_000_000)).size > 10);
  for (const [, nanos] of times) assert.ok(Number.isInteger(nanos) && nanos >= 0 && nanos < 1_000_000_000);
});

test('nanoseconds are carried into seconds', () => {
  assert.deepEqual(addMillis([1, 999_999_999], 0.000001), [2, 0]);
  assert.deepEqual(addMillis([1, 500_000_000], 2_500.5), [4, 500_000]);
  assert.deepEqual(addMillis([0, 0], 999.9999999), [1, 0]);
});

test('a wall clock that is set is followed, and no duration changes for it', (t) => {
  const { tracer } = startSpans();
  const span = tracer.startSpan('while the clock is set');
  const { now } = Date;
  t.after(() => {
    mock.restoreAll();
    wallTime(performance.now() + 2_000_000);
  });
  const hour = 3_600_000;
  mock.method(Date, 'now', () => now() + hour);
  // The clock is looked at once a second only: a mark of the future does not wait for it.
  wallTime(performance.now() + 1_000_000);
  const later = tracer.startSpan('after it');
  span.end();
  later.end();
  assert.ok(Math.abs(millis(startOf(later)) - millis(startOf(span)) - hour) < 1000);
  assert.ok(millis(durationOf(span)) < 1000);
});

function startOf(span: object): HrTime {
  return (span as { startTime: HrTime }).startTime;
}

function durationOf(span: object): HrTime {
  return (span as { duration: HrTime }).duration;
}
