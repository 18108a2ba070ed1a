import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deciderOf, START } from './testing/decider.ts';
import { documentOf, ratioPolicy } from './testing/document.ts';
import { seededRandom } from './testing/seeded-random.ts';

const LOW = '00000000000000';
const HIGH = 'ffffffffffffff';

test('a ratio keeps what is not below its threshold, and says by which chance', () => {
  const { decide, verdict } = deciderOf({ default: ratioPolicy({ ratio: 0.25 }) });
  assert.deepEqual(
    ['c0000000000000', 'bfffffffffffff'].map((randomness) => decide(0, { randomness })),
    ['ratio', '-ratio'],
  );
  const { isKept, probability, ...kept } = verdict(0, { randomness: HIGH });
  assert.deepEqual(
    { isKept, probability, th: 'th' in kept && kept.th },
    { isKept: true, probability: 0.25, th: 'c' },
  );
});

test('of two services the one with the higher ratio keeps all that the other keeps', () => {
  const [low, high] = [0.1, 0.5].map((ratio) => deciderOf({ default: ratioPolicy({ ratio }) }));
  const random = seededRandom(1);
  const kept = { low: 0, high: 0 };
  for (let count = 0; count < 5_000; count++) {
    const randomness = Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
      .padEnd(14, '7');
    const isKeptByHigh = high?.decide(0, { randomness }) === 'ratio';
    if (isKeptByHigh) kept.high++;
    if (low?.decide(0, { randomness }) !== 'ratio') continue;
    kept.low++;
    assert.ok(isKeptByHigh, randomness);
  }
  assert.ok(Math.abs(kept.low - 500) < 85 && Math.abs(kept.high - 2_500) < 142, JSON.stringify(kept));
});

test('always and never do as they say', () => {
  assert.equal(deciderOf({ default: { kind: 'always' } }).decide(0, { randomness: LOW }), 'always');
  assert.equal(deciderOf({ default: { kind: 'never' } }).decide(0, { randomness: HIGH }), '-never');
  assert.equal(deciderOf({ default: ratioPolicy({}) }).decide(0, { randomness: HIGH }), '-ratio');
});

test('the first of each window and of each operation is kept, whatever its randomness', () => {
  const { decide } = deciderOf({ default: ratioPolicy({ first: { windowSeconds: 10 } }) });
  assert.deepEqual(
    [0, 1, 9_999, 10_000, 10_001, 35_000].map((at) => decide(at, { randomness: LOW })),
    ['first', '-ratio', '-ratio', 'first', '-ratio', 'first'],
  );
  assert.equal(decide(35_001, { operation: 'GET /other', randomness: LOW }), 'first');
});

test('a floor keeps so many of each window, of which the first is one', () => {
  const policy = { first: { windowSeconds: 60 }, floor: { perSecond: 2.5 } };
  const { decide } = deciderOf({ default: ratioPolicy(policy) });
  assert.deepEqual(
    [0, 1, 2, 3, 1199, 1200].map((at) => decide(at)),
    ['first', 'floor', 'floor', '-ratio', '-ratio', 'floor'],
  );
});

test('what is guaranteed has probability 1', () => {
  const policy = { first: { windowSeconds: 60 }, floor: { perSecond: 2 }, ratio: 0.5 };
  const forced = { perSecond: 1, burst: 1 };
  const { verdict } = deciderOf({ default: ratioPolicy(policy), forced });
  for (const isForced of [true, true, false]) {
    const { isKept, probability, ...rest } = verdict(0, { isForced });
    assert.deepEqual([isKept, probability, 'th' in rest && rest.th], [true, 1, '0']);
  }
});

test('a forced one is kept while the bucket of these lasts, and goes on as any other after that', () => {
  const { decide } = deciderOf({ forced: { perSecond: 1, burst: 2 } });
  assert.deepEqual(
    [0, 0, 0, 999, 1000].map((at) => decide(at, { isForced: true })),
    ['forced', 'forced', '-ratio', '-ratio', 'forced'],
  );
  assert.equal(deciderOf({}).decide(0, { isForced: true }), '-ratio');
});

test('a ceiling cuts what the ratio would keep, and leaves what is guaranteed', () => {
  const policy = { ratio: 0.5, floor: { perSecond: 1 }, ceiling: { perSecond: 1, burst: 4 } };
  const { decide, engine } = deciderOf({ default: ratioPolicy(policy) });
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((at) => decide(at)),
    ['floor', 'ratio', '-ceiling', '-ceiling', '-ceiling'],
  );
  assert.equal(decide(1000), 'floor');
  assert.deepEqual(engine.tally.cutWeight, { ceiling: 6, overall: 0 });
});

test('the overall ceiling has room for all that the operations are guaranteed', () => {
  const policy = ratioPolicy({ ratio: 1, floor: { perSecond: 1 } });
  const { decide } = deciderOf({ operations: 2, default: policy, overall: { perSecond: 3, burst: 8 } });
  assert.deepEqual(
    ['a', 'a', 'a', 'b', 'b', 'c', 'd'].map((operation) => decide(0, { operation })),
    ['floor', 'ratio', '-overall', 'floor', '-overall', 'floor', '-overall'],
  );
});

test('the ratio goes down in the next second to what a ceiling has room for, and up again', () => {
  const ceiling = { perSecond: 10, burst: 10 };
  const { decide, engine } = deciderOf({ default: ratioPolicy({ ratio: 0.5, ceiling }) });
  const second = (from: number, count: number) => {
    for (let at = 0; at < count; at++) decide(from + (at * 1000) / count);
    return engine.operations(START + from + 1000)[0]?.ratio;
  };
  assert.equal(second(0, 10), 0.5);
  const lowered = second(1000, 100) ?? 0;
  assert.ok(lowered >= 0.05 && lowered <= 0.1, `${lowered}`);
  assert.equal(engine.operations(START + 60_000)[0]?.ratio, 0.5);
});

test('a large bucket that is made a small one is empty for as long as the small one takes to fill', () => {
  const overall = (perSecond: number, burst: number) => ({
    default: { kind: 'always' as const },
    overall: { perSecond, burst },
  });
  const { decide, engine } = deciderOf(overall(1000, 1000));
  for (let count = 0; count < 1000; count++) decide(0);
  engine.configure(documentOf(overall(1, 2)));
  assert.deepEqual(
    [0, 999, 1000].map((millis) => decide(millis, { randomness: HIGH })),
    ['-overall', '-overall', 'always'],
  );
});
