import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut, fit, fitRight, widthOf } from './fit.ts';

test('text is cut with an ellipsis and never takes more columns than it may', () => {
  assert.equal(cut('inventory', 9), 'inventory');
  assert.equal(cut('inventory', 5), 'inve…');
  assert.equal(cut('inventory', 1), '…');
  assert.equal(cut('inventory', 0), '');
  for (const width of [1, 2, 3, 4, 5]) assert.ok(widthOf(cut('注文注文', width)) <= width, `${width}`);
});

test('text is filled to the exact width, wide characters counted twice', () => {
  assert.equal(fit('注文', 6), '注文  ');
  assert.equal(fitRight('1.25', 6), '  1.25');
  assert.equal(fit('注文注文', 6).length, 4);
});
