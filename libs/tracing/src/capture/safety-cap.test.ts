import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { Budget } from './budget.ts';
import { isLeft, SafetyCap } from './safety-cap.ts';

const IDS = Array.from({ length: 20_000 }, () => randomBytes(16).toString('hex'));

test('at level n one trace in 2^n is left, and each level leaves a part of what the one below it leaves', () => {
  for (let level = 0; level < 8; level++) {
    const left = IDS.filter((id) => isLeft(id, level));
    const expected = IDS.length / 2 ** level;
    assert.ok(Math.abs(left.length - expected) < 6 * Math.sqrt(expected), `${left.length} at level ${level}`);
    assert.ok(left.every((id) => level === 0 || isLeft(id, level - 1)));
  }
});

test('in any T seconds no more than T and ten times the cap are kept, and a few of the lowest', () => {
  const cap = new SafetyCap(100);
  let kept = 0;
  for (const [index, id] of IDS.entries()) if (cap.admits(id, index)) kept++;
  // Beyond that are those that are always left.
  assert.ok(kept >= 2990 && kept <= 3300, `${kept} in 20 s`);
});

test('nothing is thinned out as long as half is free, and the level falls as time goes by', () => {
  const cap = new SafetyCap(100);
  for (const id of IDS.slice(0, 499)) assert.ok(cap.admits(id, 0));
  assert.equal(cap.ownLevel(0), 0);
  for (const id of IDS.slice(0, 300)) assert.ok(cap.admits(id, 0));
  assert.equal(cap.ownLevel(0), 2);
  assert.equal(cap.ownLevel(1000), 1);
  assert.equal(cap.ownLevel(3000), 0);
});

test('a level that was heard holds for five to ten seconds, and then the one that was heard since', () => {
  const cap = new SafetyCap(100);
  cap.hear(5, 0);
  cap.hear(3, 6000);
  assert.deepEqual(
    [0, 4000, 6000, 9999, 12_000, 30_000].map((now) => cap.level(now)),
    [5, 5, 5, 5, 3, 0],
  );
  assert.equal(cap.ownLevel(30_000), 0);
});

test('a grant costs as much more as the level leaves less, so that a storm is thinned out, too', () => {
  const granted = (level: number) => {
    const budget = new Budget({ perSecond: 10, burst: 20, ceilingPerSecond: 1000 });
    let count = 0;
    for (const [index, id] of IDS.entries()) {
      budget.hear(level, index);
      if (budget.grants(id, index)) count++;
    }
    return count;
  };
  const [all, quarter] = [granted(0), granted(2)];
  assert.ok(all >= 215 && all <= 220, `${all} of 10 a second for 20 s, and 20`);
  assert.ok(quarter >= 50 && quarter <= 60, `${quarter} at level 2`);
});
