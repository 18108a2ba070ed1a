import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DropCount } from './drop-count.ts';
import { Outlet } from './outlet.ts';

test('of a text whose reader goes away in the middle, the lines that it got are written and the others dropped', () => {
  const answers = ['first\nsecond\nth'.length, 'EPIPE'];
  const drops = new DropCount();
  const way = { write: () => answers.shift() ?? 0, isBusy: () => false, hold() {}, release() {} };
  const outlet = new Outlet(way, drops);
  assert.equal(outlet.put('first\nsecond\nthird\nfourth\n', 4), false);
  assert.equal(outlet.waiting, 4);
  assert.equal(outlet.resume(), false);
  assert.deepEqual([outlet.written, drops.total, outlet.waiting], [2, 2, 0]);
});
