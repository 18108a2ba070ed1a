import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timestamp } from './timestamp.ts';

test('a time is whole seconds and the rest in nanoseconds', () => {
  assert.deepEqual(timestamp(new Date('2026-01-02T03:04:05.678Z')), {
    seconds: '1767323045',
    nanos: 678_000_000,
  });
});

test('the nanoseconds count forwards before 1970 as well', () => {
  assert.deepEqual(timestamp(new Date(-1)), { seconds: '-1', nanos: 999_000_000 });
  assert.deepEqual(timestamp(new Date(-1000)), { seconds: '-1', nanos: 0 });
});
