import assert from 'node:assert/strict';
import { test } from 'node:test';
import { medianOf } from './median.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('the median of an even number lies between the middle two', () => {
  assert.equal(medianOf([4, 1, 3, 2]).value, 2.5);
  assert.equal(medianOf([5, 1, 3]).value, 3);
});

test('the interval of 30 values reaches from the 10th to the 21st', () => {
  assert.deepEqual(medianOf(upTo(30).toReversed()), { value: 15.5, interval: [10, 21] });
});

test('fewer than six values have no interval, and six have all of them in it', () => {
  assert.deepEqual(medianOf(upTo(5)), { value: 3 });
  assert.deepEqual(medianOf(upTo(6)).interval, [1, 6]);
});
