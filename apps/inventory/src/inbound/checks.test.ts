import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RpcError, status } from '@mesh/rpc';
import * as check from './checks.ts';

const orderId = '0197fbd2-6d2c-7a3e-9f00-0123456789ab';
const token = (key: string) => Buffer.from(key).toString('base64url');

/** The fields that a check refuses, all of them INVALID_ARGUMENT. */
function fieldsOf(run: () => unknown): string[] {
  try {
    run();
    return [];
  } catch (error) {
    assert.ok(error instanceof RpcError && error.code === status.INVALID_ARGUMENT);
    return error.details.violations?.map(({ field }) => field) ?? [];
  }
}

const line = (different: object) => ({ lines: [{ sku: 'MUG', quantity: 1, ...different }] });
const lines = (length: number) => ({
  lines: Array.from({ length }, (_, index) => ({ sku: `SKU-${index}`, quantity: 1 })),
});
const skus = (length: number) => lines(length).lines.map(({ sku }) => sku);
const reserve = (different: object) => () => check.checkReserve({ orderId, ...line({}), ...different });
const restock = (different: object) => () =>
  check.checkRestock({ requestId: 'r-1', sku: 'MUG', quantity: 1, ...different });
const stockPage = (different: object) => () =>
  check.checkStockPage({ pageToken: '', skus: [], ...different });
const reservations = (different: object) => () =>
  check.checkReservationPage({ pageToken: '', orderIds: [], ...different });

const bad: readonly [what: string, run: () => unknown, ...fields: string[]][] = [
  ['a Reserve without an order', reserve({ orderId: '' }), 'orderId'],
  ['a Reserve whose order is no UUID', reserve({ orderId: 'o-1' }), 'orderId'],
  ['a Reserve without lines', reserve({ lines: [] }), 'lines'],
  ['a Reserve of 101 lines', reserve(lines(101)), 'lines'],
  ['a Reserve without a SKU', reserve(line({ sku: '' })), 'lines[0].sku'],
  ['a Reserve of a SKU that is not UTF-8', reserve(line({ sku: '\ufffd' })), 'lines[0].sku'],
  ['a Reserve of 0', reserve(line({ quantity: 0 })), 'lines[0].quantity'],
  ['a Reserve of less', reserve(line({ quantity: -2_147_483_648 })), 'lines[0].quantity'],
  ['a Reserve of 10 001', reserve(line({ quantity: 10_001 })), 'lines[0].quantity'],
  ['a Reserve of a SKU twice', reserve({ lines: [...lines(1).lines, ...lines(1).lines] }), 'lines[1].sku'],
  ['a Restock without an id', restock({ requestId: '' }), 'requestId'],
  ['a Restock with an id of 256 letters', restock({ requestId: 'r'.repeat(256) }), 'requestId'],
  ['a Restock of 0', restock({ quantity: 0 }), 'quantity'],
  ['a Restock of 1 000 001', restock({ quantity: 1_000_001 }), 'quantity'],
  ['a Restock without a SKU', restock({ sku: '' }), 'sku'],
  ['a Commit without an order', () => check.checkOrderId(''), 'orderId'],
  ['a watch of 101 SKUs', () => check.checkSkus(skus(101)), 'skus'],
  ['a watch of a SKU with a space', () => check.checkSkus(['A', 'a b']), 'skus[1]'],
  ['a stock page of 0', stockPage({ pageSize: 0 }), 'pageSize'],
  ['a stock page of 101', stockPage({ pageSize: 101 }), 'pageSize'],
  ['a stock page behind garbage', stockPage({ pageToken: token('a b') }), 'pageToken'],
  ['a stock page of an empty SKU', stockPage({ skus: [''] }), 'skus[0]'],
  ['a page of reservations of -1', reservations({ pageSize: -1 }), 'pageSize'],
  ['a page of reservations behind a SKU', reservations({ pageToken: token('MUG') }), 'pageToken'],
  [
    'a page behind what only looks like a UUID',
    reservations({ pageToken: token('-'.repeat(36)) }),
    'pageToken',
  ],
  ['reservations of 101 orders', reservations({ orderIds: Array(101).fill(orderId) }), 'orderIds'],
  ['reservations of no UUID', reservations({ orderIds: [orderId, 'x'] }), 'orderIds[1]'],
];

for (const [what, run, ...fields] of bad) {
  test(`${what} is refused by field`, () => {
    assert.deepEqual(fieldsOf(run), fields);
  });
}

test('requests at each limit pass', () => {
  reserve(lines(100))();
  reserve(line({ quantity: 10_000 }))();
  restock({ quantity: 1_000_000, requestId: 'r'.repeat(255) })();
  check.checkSkus(skus(100));
  check.checkSkus([]);
  assert.deepEqual(stockPage({ pageToken: token('MUG'), pageSize: 100 })(), { size: 100, after: 'MUG' });
  assert.deepEqual(reservations({ pageToken: token(orderId) })(), { size: 100, after: orderId });
});
