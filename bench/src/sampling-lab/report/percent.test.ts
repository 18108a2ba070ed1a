import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviation, percent } from './percent.ts';

test('a share is a percentage that can be read, and a deviation has its sign unless it is none', () => {
  assert.deepEqual([1, 0.0123, 0.5, Number.NaN].map(percent), ['100.0 %', '1.23 %', '50.0 %', '–']);
  assert.deepEqual([0.012, 0.0002, -0.2, -1e-9, 1e-9].map(deviation), [
    '+1.20 %',
    '+0.02 %',
    '-20.0 %',
    '0.00 %',
    '0.00 %',
  ]);
});
