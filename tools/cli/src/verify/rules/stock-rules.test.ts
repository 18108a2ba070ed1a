import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeUpStock } from '../testing/made-up.ts';
import { acknowledgedOnce } from './acknowledged-once.ts';
import { noOversell } from './no-oversell.ts';
import { oneOrderAKey } from './one-order-a-key.ts';
import { rulesFor } from './rules.ts';
import { stockAddsUp } from './stock-adds-up.ts';

test('stock that adds up is in order, lost or invented stock is not', () => {
  assert.equal(stockAddsUp.check(madeUpStock({ held: 3, committed: 4 })), undefined);
  assert.equal(stockAddsUp.check(madeUpStock({ committed: 100 })), undefined);
  assert.ok(stockAddsUp.check(madeUpStock({ held: 3, available: 96 })));
  assert.ok(stockAddsUp.check(madeUpStock({ held: 3, available: 98 })));
});

test('no part of the stock is below 0, even where the sum is right', () => {
  assert.ok(stockAddsUp.check(madeUpStock({ committed: 101 })));
  assert.ok(stockAddsUp.check(madeUpStock({ held: -1 })));
  assert.ok(stockAddsUp.check(madeUpStock({ committed: -1 })));
});

test('more sold than committed, more committed than there is, or an unknown SKU is an oversell', () => {
  const sold = (confirmed: number, committed: number) =>
    noOversell.check({ sku: 'A', confirmed, stock: { committed, total: 100 } });
  assert.equal(sold(0, 0), undefined);
  assert.equal(sold(100, 100), undefined);
  assert.equal(sold(5, 6), undefined);
  assert.ok(sold(6, 5));
  assert.ok(sold(100, 101));
  assert.ok(noOversell.check({ sku: 'A', confirmed: 1, stock: undefined }));
});

test('a key with two orders is a violation, and so is a key that was answered with two', () => {
  const use = { customerId: 'c', key: 'k' };
  assert.equal(oneOrderAKey.check({ ...use, orderIds: ['a'] }), undefined);
  assert.match(oneOrderAKey.check({ ...use, orderIds: ['a', 'b'] }) ?? '', /a, b/);
  assert.equal(acknowledgedOnce.check({ ...use, orderIds: ['a'] }), undefined);
  assert.match(acknowledgedOnce.check({ ...use, orderIds: ['a', 'b'] }) ?? '', /a, b/);
});

test('the rules that need a ledger are listed with one only, and no name twice', () => {
  const names = (hasLedger: boolean) => rulesFor(hasLedger).map(({ name }) => name);
  const extra = names(true).filter((name) => !names(false).includes(name));
  assert.deepEqual(extra, ['acknowledged-exists', 'acknowledged-status-kept', 'acknowledged-once']);
  assert.equal(new Set(names(true)).size, names(true).length);
});
