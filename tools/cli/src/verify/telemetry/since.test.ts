import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSince } from './since.ts';

const now = Date.UTC(2026, 10, 26, 10);

test('a time is a date with its zone, or how long ago it was', () => {
  assert.equal(readSince('2026-11-26T09:59:59.5Z', now), now - 500);
  assert.equal(readSince('2026-11-26T11:00:00+01:00', now), now);
  assert.equal(readSince('90s', now), now - 90_000);
  assert.equal(readSince('1.5h', now), now - 5_400_000);
});

test('anything else is no time', () => {
  for (const text of [
    '',
    '10',
    '10 m',
    '-5m',
    'yesterday',
    '2026-11-26',
    '2026-11-26T10:00:00',
    '2026-99-26T10:00:00Z',
  ]) {
    assert.equal(readSince(text, now), undefined, text);
  }
});
