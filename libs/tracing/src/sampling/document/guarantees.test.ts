import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentGuarantee, floorCount, policyGuarantee } from './guarantees.ts';

const policy = {
  kind: 'ratio',
  ratio: 0.01,
  first: { windowSeconds: 10 },
  floor: { perSecond: 2.5 },
  ceiling: undefined,
  boost: undefined,
} as const;

test('an operation is guaranteed its first and its floor, and twice the count of a window at once', () => {
  assert.deepEqual(policyGuarantee(policy), { perSecond: 2.6, burst: 8 });
  assert.deepEqual(policyGuarantee({ first: undefined, floor: { perSecond: 0.1 } }), {
    perSecond: 0.1,
    burst: 2,
  });
});

test('where all or nothing is kept there is nothing to guarantee', () => {
  assert.deepEqual(policyGuarantee({ kind: 'always' }), { perSecond: 0, burst: 0 });
});

test('a document guarantees the forced ones, and the largest policy to each operation and to all others', () => {
  const rules = [
    { name: 'night', match: { service: 'order' }, policy: { kind: 'always' } },
    { name: 'gold', match: { attributes: { tier: 'gold' } }, policy },
  ] as const;
  const forced = { perSecond: 2, burst: 10 };
  const byDefault = { ...policy, floor: undefined };
  assert.deepEqual(documentGuarantee({ operations: 8, forced, default: byDefault, rules }), {
    perSecond: 2 + 10 * 2.6,
    burst: 10 + 10 * 8,
  });
});

test('a floor below one a second keeps one in a longer window', () => {
  assert.deepEqual([0.1, 1, 1.2, 3].map(floorCount), [1, 1, 2, 3]);
});
