import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restartDelay } from './restart-delay.ts';

test('the first restarts come at once; from the third failed start on the pause doubles up to 10 s', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7, 100].map(restartDelay), [
    ...[0, 0, 0, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000],
  ]);
});
