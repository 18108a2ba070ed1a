import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameItems, totalOf } from './order.ts';

const mug = { sku: 'MUG', quantity: 2 };
const vase = { sku: 'VASE', quantity: 1 };

test('the order of the items does not matter, everything else does', () => {
  assert.equal(sameItems([mug, vase], [vase, mug]), true);
  assert.equal(sameItems([], []), true);
  const others = [[mug], [mug, vase, vase], [{ ...mug, quantity: 3 }, vase], [{ ...mug, sku: 'MUG2' }, vase]];
  for (const other of others) assert.equal(sameItems([mug, vase], other), false, JSON.stringify(other));
});

test('two items are not taken for one with a longer name', () => {
  assert.equal(sameItems([{ sku: 'A', quantity: 11 }], [{ sku: 'A1', quantity: 1 }]), false);
});

test('the total is the sum of quantity times price, exact for the largest order there can be', () => {
  assert.equal(totalOf([]), 0);
  assert.equal(
    totalOf([
      { ...mug, priceMinor: 250 },
      { ...vase, priceMinor: 1999 },
    ]),
    2499,
  );
  const largest = Array.from({ length: 100 }, () => ({ sku: 'x', quantity: 10_000, priceMinor: 19_999 }));
  assert.equal(totalOf(largest), 19_999_000_000);
});
