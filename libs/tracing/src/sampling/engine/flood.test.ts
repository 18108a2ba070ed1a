import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SamplingDocument } from '../document/sampling-document.ts';
import { deciderOf } from './testing/decider.ts';
import { ratioPolicy } from './testing/document.ts';
import { SlidingSecond } from './testing/sliding-second.ts';

const OPERATIONS = Array.from({ length: 12 }, (_, index) => `operation ${index}`);
const first = { windowSeconds: 10 };

/**
 * Asks for all that can be had at the worst time: what is guaranteed is had early in a window, the buckets get full again,
 * ordinary ones empty them, and then the next window begins. All ids pass, as if somebody chose them.
 */
function flood(given: Partial<SamplingDocument>, operations: readonly string[]) {
  const { decide, engine } = deciderOf(given);
  for (const operation of operations) decide(0, { operation });
  const kept = new SlidingSecond();
  for (let millis = 9_500; millis < 11_500; millis++) {
    for (const operation of operations) {
      const isForced = millis >= 10_000 && operation === OPERATIONS[0];
      const outcome = decide(millis, { operation, randomness: 'ffffffffffffff', isForced });
      if (!outcome.startsWith('-')) kept.add(millis);
    }
  }
  return { most: kept.most, tally: engine.tally };
}

test('a flood whose ids all pass finds the overall bucket with room for what is guaranteed', () => {
  const forced = { perSecond: 2, burst: 10 };
  // What 13 sets of windows are guaranteed, the forced ones, and one more.
  const overall = { perSecond: 13 / 10 + 2, burst: 13 * 2 + 10 + 1 };
  const given = { operations: OPERATIONS.length, default: ratioPolicy({ ratio: 1, first }), overall, forced };
  const { most, tally } = flood(given, OPERATIONS);
  assert.ok(most <= overall.perSecond + overall.burst, `${most} within a second`);
  assert.equal(tally.kept.first, 2 * OPERATIONS.length);
  assert.ok(tally.kept.forced >= 10 && tally.kept.ratio > 0 && tally.dropped.overall > 0);
});

test('a flood finds the bucket of its operation with room for what is guaranteed', () => {
  const ceiling = { perSecond: 0.5, burst: 3 };
  const given = { default: ratioPolicy({ ratio: 1, first, ceiling }) };
  const { most, tally } = flood(given, OPERATIONS.slice(0, 1));
  assert.ok(most <= ceiling.perSecond + ceiling.burst, `${most} within a second`);
  assert.equal(tally.kept.first, 2);
  assert.ok(tally.kept.ratio > 0 && tally.dropped.ceiling > 0);
});

test('what is forced counts against the overall ceiling', () => {
  const forced = { perSecond: 1, burst: 2 };
  const { decide } = deciderOf({ default: { kind: 'always' }, forced, overall: { perSecond: 1, burst: 3 } });
  assert.deepEqual(
    [true, true, false].map((isForced) => decide(0, { isForced })),
    ['forced', 'forced', '-overall'],
  );
});
