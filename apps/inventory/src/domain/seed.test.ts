import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { seedStock } from './seed.ts';

const digest = (seed: number) =>
  createHash('sha256')
    .update(JSON.stringify(seedStock(seed)))
    .digest('hex');

test('the same seed gives the same products, stock and prices, today and in every later version', () => {
  assert.equal(digest(1), digest(1));
  assert.equal(digest(1), 'e48511ad929079cd8f2a20ff71445f5b5e022d3ad30713662768cd0e2969ba2b');
});

test('another seed gives other prices and other scarce stock, of the same products', () => {
  const [one, two] = [seedStock(1), seedStock(2)];
  const column = (stock: typeof one, key: keyof (typeof one)[number]) => stock.map((row) => row[key]);
  assert.deepEqual(column(one, 'sku'), column(two, 'sku'));
  assert.deepEqual(column(one, 'name'), column(two, 'name'));
  assert.notDeepEqual(column(one, 'priceMinor'), column(two, 'priceMinor'));
  assert.notDeepEqual(column(one, 'total').slice(90), column(two, 'total').slice(90));
});

test('SKU-0001 to SKU-0090 have a million each, SKU-0091 to SKU-0100 have 100 to 500, all of it available', () => {
  for (const seed of [1, 2, 3, 42, 2_147_483_647, Number.MAX_SAFE_INTEGER]) {
    const stock = seedStock(seed);
    assert.equal(stock.length, 100);
    for (const [index, { sku, total, available }] of stock.entries()) {
      assert.equal(sku, `SKU-${String(index + 1).padStart(4, '0')}`);
      assert.equal(available, total);
      if (index < 90) assert.equal(total, 1_000_000);
      else assert.ok(total >= 100 && total <= 500, `${sku} has ${total}`);
    }
  }
});

test('every product has a name of its own and a price in whole minor units', () => {
  const stock = seedStock(1);
  assert.equal(new Set(stock.map(({ name }) => name)).size, 100);
  for (const { priceMinor, currency } of stock) {
    assert.ok(Number.isInteger(priceMinor) && priceMinor >= 99 && priceMinor <= 19_999);
    assert.equal(currency, 'EUR');
  }
});
