import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deciderOf } from './testing/decider.ts';
import { ratioPolicy } from './testing/document.ts';
import { SlidingSecond } from './testing/sliding-second.ts';

const OPERATIONS = Array.from({ length: 12 }, (_, index) => `operation ${index}`);
const first = { windowSeconds: 1 };
const floor = { perSecond: 2 };

/** Keeps all of some seconds that the ratio is asked about: as if somebody chose the ids. */
function flood(given: Parameters<typeof deciderOf>[0], operations: readonly string[]) {
  const { decide, engine } = deciderOf(given);
  const [kept, guaranteed] = [new SlidingSecond(), new SlidingSecond()];
  // The buckets are full when it begins, at the end of a window.
  for (let millis = 9_900; millis < 15_000; millis++) {
    for (const operation of operations) {
      const outcome = decide(millis, { operation, randomness: 'ffffffffffffff', isForced: millis % 7 === 0 });
      if (!outcome.startsWith('-')) kept.add(millis);
      if (['forced', 'first', 'floor'].includes(outcome)) guaranteed.add(millis);
    }
  }
  return { kept: kept.most, guaranteed: guaranteed.most, tally: engine.tally };
}

test('a flood whose ids all pass fills the overall bucket, with room for what is guaranteed', () => {
  const policy = ratioPolicy({ ratio: 1, first, floor });
  const forced = { perSecond: 5, burst: 10 };
  // What 13 sets of windows are guaranteed, the forced ones, and one more.
  const overall = { perSecond: 13 * 3 + 5, burst: 13 * 6 + 10 + 1 };
  const given = { operations: OPERATIONS.length, default: policy, overall, forced };
  const { kept, guaranteed, tally } = flood(given, OPERATIONS);
  assert.ok(kept <= overall.perSecond + overall.burst, `${kept} within a second`);
  assert.ok(guaranteed >= 12 * 2 * 2 + 10, `${guaranteed} guaranteed ones`);
  assert.equal(tally.kept.first, 12 * 6);
  assert.equal(tally.kept.floor, 12 * 6);
  assert.ok(tally.dropped.overall > 0);
});

test('a flood fills the bucket of its operation, with room for what is guaranteed', () => {
  const ceiling = { perSecond: 3, burst: 7 };
  const given = { default: ratioPolicy({ ratio: 1, first, floor, ceiling }) };
  const { kept, tally } = flood(given, OPERATIONS.slice(0, 1));
  assert.ok(kept <= ceiling.perSecond + ceiling.burst, `${kept} within a second`);
  assert.deepEqual([tally.kept.first, tally.kept.floor], [6, 6]);
  assert.ok(tally.dropped.ceiling > 0);
});
