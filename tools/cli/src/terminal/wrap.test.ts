import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrap } from './wrap.ts';

test('text is broken between words, and nothing of it is lost', () => {
  assert.deepEqual(wrap('1 %, first of each 60 s', 11), ['1 %, first', 'of each 60', 's']);
  assert.deepEqual(wrap('boost to 50 %', 12), ['boost to', '50 %']);
  assert.deepEqual(wrap('short', 11), ['short']);
  assert.deepEqual(wrap('a mesh.order.v1.OrderService b', 4), ['a', 'mesh.order.v1.OrderService', 'b']);
  assert.deepEqual(wrap('', 4), ['']);
});
