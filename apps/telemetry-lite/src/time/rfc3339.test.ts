import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRfc3339 } from './rfc3339.ts';

test('nanoseconds and the zone are kept', () => {
  assert.equal(parseRfc3339('2026-01-02T03:04:05.123456789Z'), 1_767_323_045_123_456_789n);
  assert.equal(parseRfc3339('2026-01-02T05:04:05.5+02:00'), 1_767_323_045_500_000_000n);
  assert.equal(parseRfc3339('1969-12-31T23:59:59.9Z'), -100_000_000n);
});

test('what is no RFC 3339 time is refused', () => {
  for (const text of [
    '',
    '2026-01-02',
    '2026-01-02 03:04:05Z',
    '2026-01-02T03:04:05',
    '2026-13-02T03:04:05Z',
    '1767323045',
  ]) {
    assert.equal(parseRfc3339(text), undefined, text);
  }
});
