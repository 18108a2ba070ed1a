import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameLines } from './reservation.ts';

const mug = { sku: 'MUG', quantity: 2 };
const vase = { sku: 'VASE', quantity: 1 };

test('the order of the lines does not matter, everything else does', () => {
  assert.equal(sameLines([mug, vase], [vase, mug]), true);
  assert.equal(sameLines([], []), true);
  const others = [
    [],
    [mug],
    [mug, vase, vase],
    [{ ...mug, quantity: 3 }, vase],
    [{ ...mug, sku: 'MU' }, vase],
  ];
  for (const other of others) assert.equal(sameLines([mug, vase], other), false, JSON.stringify(other));
});

test('the price of a line does not matter', () => {
  assert.equal(sameLines([{ ...mug, priceMinor: 250 } as typeof mug], [mug]), true);
});
