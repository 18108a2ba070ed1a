import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut, fit, fitRight, widthOf } from './fit.ts';

test('text is cut with an ellipsis and never takes more columns than it may', () => {
  assert.equal(cut('inventory', 9), 'inventory');
  assert.equal(cut('inventory', 5), 'inve…');
  assert.equal(cut('inventory', 1), '…');
  assert.equal(cut('inventory', 0), '');
  for (const text of ['inventory', '→ pg INSERT orders', '注文→注文', '👩‍👩‍👧 e\u0301e\u0301']) {
    for (let width = 0; width < 20; width += 1) {
      const short = cut(text, width);
      assert.ok(widthOf(short) <= width, `${short} in ${width}`);
      assert.ok(short === text || width === 0 || short.endsWith('…'));
    }
  }
});

test('text is filled to the exact width, wide characters counted twice', () => {
  assert.equal(fit('注文', 6), '注文  ');
  assert.equal(fitRight('1.25', 6), '  1.25');
  assert.equal(fit('注文注文', 6).length, 4);
});
