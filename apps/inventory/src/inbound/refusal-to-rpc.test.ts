import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RpcError, status } from '@mesh/rpc';
import { type Refusal, Refused } from '../domain/refusal.ts';
import { refusalToRpc } from './refusal-to-rpc.ts';

type Answer = readonly [code: status, message: RegExp];

/** By kind, so that a new refusal does not compile without its row. */
const answers: Record<Refusal['kind'], Answer> = {
  OUT_OF_STOCK: [status.FAILED_PRECONDITION, /not enough MUG in stock/],
  UNKNOWN_SKU: [status.INVALID_ARGUMENT, /MUG is not a product/],
  RESERVATION_NOT_FOUND: [status.NOT_FOUND, /call Reserve first/],
  RESERVATION_RELEASED: [status.FAILED_PRECONDITION, /was released/],
  RESERVATION_MISMATCH: [status.ALREADY_EXISTS, /with other lines/],
  RESTOCK_MISMATCH: [status.ALREADY_EXISTS, /used for another restock/],
  STOCK_LIMIT: [status.OUT_OF_RANGE, /more MUG than can be counted/],
};

const aboutProducts: readonly Refusal['kind'][] = ['OUT_OF_STOCK', 'UNKNOWN_SKU', 'STOCK_LIMIT'];

for (const [kind, [code, message]] of Object.entries(answers)) {
  test(`${kind} is ${status[code]} on the wire, with its kind as the reason`, () => {
    const about = aboutProducts.some((one) => one === kind) && { sku: 'MUG' };
    const error = refusalToRpc(new Refused({ kind, ...about } as Refusal));
    assert.ok(error instanceof RpcError);
    assert.equal(error.code, code);
    assert.match(error.message, message);
    assert.deepEqual(error.details, { reason: kind, ...(about && { metadata: about }) });
  });
}

test('an error that is no refusal stays what it is', () => {
  const error = new Error('the disk is full');
  assert.equal(refusalToRpc(error), error);
});
