import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deciderOf, START } from './testing/decider.ts';
import { ratioPolicy } from './testing/document.ts';

const HOUR = 3_600_000;

test('a bucket neither gains nor waits when the clock is set back an hour', () => {
  const ceiling = { perSecond: 1, burst: 2 };
  const { decide } = deciderOf({ default: ratioPolicy({ ratio: 1, ceiling }) });
  const top = { randomness: 'ffffffffffffff' };
  assert.deepEqual(
    [0, 0, 0, -HOUR, -HOUR + 1000, -HOUR + 1001].map((millis) => decide(millis, top)),
    ['ratio', 'ratio', '-ceiling', '-ceiling', 'ratio', '-ceiling'],
  );
});

test('windows go on when the clock is set back an hour, and a window is no new one after a step of a moment', () => {
  const { decide } = deciderOf({ default: ratioPolicy({ first: { windowSeconds: 10 } }) });
  assert.deepEqual(
    [0, -5, 5, -HOUR, -HOUR + 10_000].map((millis) => decide(millis)),
    ['first', '-ratio', '-ratio', 'first', 'first'],
  );
});

test('a boost from a time that the clock has come back from ends as any other', () => {
  const boost = {
    ...{ ratio: 1, windowSeconds: 1, minFailures: 5, factor: 2 },
    ...{ cooldownSeconds: 2, slowMillis: 1000 },
  };
  const { decide, verdict } = deciderOf({ default: ratioPolicy({ boost }) });
  const end = (millis: number, isFailed: boolean) =>
    verdict(millis).operation.ended(isFailed, 20, START + millis);
  for (let count = 0; count < 20; count++) end(HOUR, true);
  assert.equal(decide(HOUR), 'boost');
  end(0, false);
  assert.deepEqual(
    [0, 3000].map((millis) => decide(millis, { randomness: 'ffffffffffffff' })),
    ['boost', '-ratio'],
  );
});
