import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fairCap } from './fair-cap.ts';
import { deciderOf, START } from './testing/decider.ts';

test('those that want little get it, and the others share what is left', () => {
  assert.equal(fairCap([100, 1, 2], 9), 6);
  assert.equal(fairCap([100, 50, 1, 2], 9), 3);
  assert.equal(fairCap([4, 4], 6), 3);
});

test('where there is enough for all there is no cap', () => {
  assert.equal(fairCap([100, 1, 2], 103), Number.POSITIVE_INFINITY);
  assert.equal(fairCap([], 1), Number.POSITIVE_INFINITY);
});

test('under the overall ceiling a busy operation is lowered, and a rare one is not', () => {
  const { decide, engine } = deciderOf({
    default: { kind: 'always' },
    overall: { perSecond: 10, burst: 1000 },
  });
  for (let count = 0; count < 100; count++) decide(count * 10, { operation: 'busy' });
  for (let count = 0; count < 2; count++) decide(990, { operation: 'rare' });
  assert.deepEqual(
    engine.operations(START + 1000).map(({ operation, ratio }) => [operation, ratio]),
    [
      ['busy', 0.08],
      ['rare', 1],
    ],
  );
});
