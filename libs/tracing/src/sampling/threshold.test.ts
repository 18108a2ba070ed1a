import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortThreshold, thresholdOf } from './threshold.ts';

test('the threshold of a ratio has 56 bits, and in tracestate no zeros at its end', () => {
  const thresholds = [1, 0.5, 0.25, 0.1, 0.01, 2 ** -56, 2].map((ratio) => thresholdOf(ratio) ?? '');
  assert.deepEqual(thresholds, [
    '00000000000000',
    '80000000000000',
    'c0000000000000',
    'e6666666666666',
    'fd70a3d70a3d71',
    'ffffffffffffff',
    '00000000000000',
  ]);
  assert.deepEqual(thresholds.map(shortThreshold).slice(0, 3), ['0', '8', 'c']);
  for (const ratio of [0, 2 ** -57, -1, Number.NaN]) assert.equal(thresholdOf(ratio), undefined);
});
