import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bar } from './bar.ts';

test('a bar shows where a piece sits in the whole', () => {
  assert.equal(bar(0, 1, 4), '████');
  assert.equal(bar(0.5, 1, 4), '  ██');
  assert.equal(bar(0, 0.125, 4), '▌');
  assert.equal(bar(0.125, 0.5, 4), '▐█');
});

test('the shortest piece can be seen and the last one stays inside', () => {
  assert.equal(bar(0, 0, 4), '▌');
  assert.equal(bar(1, 1, 4), '   ▐');
  for (let i = 0; i <= 100; i += 1) assert.ok(bar(i / 100, 1, 7).length <= 7);
});
