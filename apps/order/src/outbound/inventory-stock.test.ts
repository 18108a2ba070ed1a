import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reservation__Output } from '@mesh/protos/gen/mesh/inventory/v1/Reservation';
import { type Client, RpcError, status } from '@mesh/rpc';
import { tenSeconds } from '../testing/scope.ts';
import type { InventoryMethods } from './connect-inventory.ts';
import { createInventoryStock } from './inventory-stock.ts';

const scope = tenSeconds();

const items = [
  { sku: 'VASE', quantity: 1 },
  { sku: 'MUG', quantity: 2 },
];

const reservation: Reservation__Output = {
  orderId: 'o-1',
  status: 'RESERVATION_STATUS_HELD',
  lines: [
    { sku: 'MUG', quantity: 2, priceMinor: '250' },
    { sku: 'VASE', quantity: 1, priceMinor: '1999' },
  ],
  currency: 'EUR',
  createTime: null,
  expireTime: null,
};

type Inventory = Client<InventoryMethods>;

/** The inventory's refusal for this reason; the code does not matter. */
const refusal = (reason: string) =>
  new RpcError(status.FAILED_PRECONDITION, 'no', { reason, metadata: { sku: 'MUG' } });

/** An inventory whose every call fails with `error`, or does what it should where there is none. */
function stockOf(error?: Error) {
  const calls: unknown[] = [];
  const answer = async (request: unknown) => {
    calls.push(request);
    if (error !== undefined) throw error;
    return { reservation };
  };
  const inventory: Inventory = { reserve: answer, commit: answer, release: answer };
  return { stock: createInventoryStock(inventory), calls };
}

test('held stock has the prices of its reservation, in the order of the items', async () => {
  const { stock, calls } = stockOf();
  assert.deepEqual(await stock.reserve('o-1', items, scope), {
    held: true,
    items: [
      { sku: 'VASE', quantity: 1, priceMinor: 1999 },
      { sku: 'MUG', quantity: 2, priceMinor: 250 },
    ],
    currency: 'EUR',
  });
  assert.deepEqual(calls, [{ orderId: 'o-1', lines: items }]);
});

test('a reservation without a price for an item is an error, not an order for nothing', async () => {
  const { stock } = stockOf();
  await assert.rejects(stock.reserve('o-1', [{ sku: 'KETTLE', quantity: 1 }], scope), /no price for KETTLE/);
});

const rejections = {
  OUT_OF_STOCK: { kind: 'OUT_OF_STOCK', sku: 'MUG' },
  UNKNOWN_SKU: { kind: 'UNKNOWN_SKU', sku: 'MUG' },
  RESERVATION_RELEASED: { kind: 'RESERVATION_EXPIRED' },
};

for (const [reason, rejection] of Object.entries(rejections)) {
  test(`${reason} of a Reserve is the rejection ${rejection.kind}`, async () => {
    assert.deepEqual(await stockOf(refusal(reason)).stock.reserve('o-1', items, scope), {
      held: false,
      rejection,
    });
  });

  test(`${reason} of a Commit says that nothing was committed`, async () => {
    assert.equal(await stockOf(refusal(reason)).stock.commit('o-1', scope), false);
  });
}

const otherErrors = [
  refusal('RESERVATION_MISMATCH'),
  refusal('RESERVATION_NOT_FOUND'),
  new RpcError(status.UNAVAILABLE, 'inventory is not available'),
  new RpcError(status.DEADLINE_EXCEEDED, 'inventory did not answer in time'),
  new RpcError(status.INTERNAL, 'internal error'),
  new Error('a mistake of ours'),
];

for (const error of otherErrors) {
  test(`"${error.message}" ${error instanceof RpcError ? (error.details.reason ?? error.status) : ''} leaves the outcome open: it passes as it is`, async () => {
    const { stock } = stockOf(error);
    await assert.rejects(stock.reserve('o-1', items, scope), error);
    await assert.rejects(stock.commit('o-1', scope), error);
    await assert.rejects(stock.release('o-1', scope), error);
  });
}

test('a commit and a release name the order', async () => {
  const { stock, calls } = stockOf();
  assert.equal(await stock.commit('o-1', scope), true);
  await stock.release('o-2', scope);
  assert.deepEqual(calls, [{ orderId: 'o-1' }, { orderId: 'o-2' }]);
});
