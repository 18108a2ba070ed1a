import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ErrorDetails, RpcError, status } from '@mesh/rpc';
import { type Refusal, Refused } from '../domain/refusal.ts';
import { refusalToRpc } from './refusal-to-rpc.ts';

interface Answer {
  readonly refusal: Refusal;
  readonly code: status;
  readonly message: RegExp;
  /** Beside the reason, which is the kind. */
  readonly details?: ErrorDetails;
}

const order = { orderId: 'o-1', itemIndex: 3 };

/** By kind, so that a new refusal does not compile without its row. */
const answers: { [Kind in Refusal['kind']]: Answer & { refusal: { kind: Kind } } } = {
  OUT_OF_STOCK: {
    refusal: { kind: 'OUT_OF_STOCK', sku: 'MUG', ...order },
    code: status.FAILED_PRECONDITION,
    message: /not enough MUG in stock/,
    details: { metadata: { orderId: 'o-1', sku: 'MUG' } },
  },
  UNKNOWN_SKU: {
    refusal: { kind: 'UNKNOWN_SKU', sku: 'MUG', ...order },
    code: status.INVALID_ARGUMENT,
    message: /MUG is not a product/,
    details: {
      metadata: { orderId: 'o-1', sku: 'MUG' },
      violations: [{ field: 'items[3].sku', description: 'MUG is not a product' }],
    },
  },
  RESERVATION_EXPIRED: {
    refusal: { kind: 'RESERVATION_EXPIRED', ...order },
    code: status.FAILED_PRECONDITION,
    message: /order again with a new key/,
    details: { metadata: { orderId: 'o-1' } },
  },
  IDEMPOTENCY_KEY_REUSED: {
    refusal: { kind: 'IDEMPOTENCY_KEY_REUSED' },
    code: status.INVALID_ARGUMENT,
    message: /use a new key/,
  },
  ORDER_NOT_FOUND: {
    refusal: { kind: 'ORDER_NOT_FOUND' },
    code: status.NOT_FOUND,
    message: /no such order/,
  },
  ORDER_NOT_CONFIRMED: {
    refusal: { kind: 'ORDER_NOT_CONFIRMED', status: 'REJECTED' },
    code: status.FAILED_PRECONDITION,
    message: /this one is REJECTED/,
  },
};

for (const { refusal, code, message, details } of Object.values(answers)) {
  test(`${refusal.kind} is ${status[code]} on the wire, with its kind as the reason`, () => {
    const error = refusalToRpc(new Refused(refusal));
    assert.ok(error instanceof RpcError);
    assert.equal(error.code, code);
    assert.match(error.message, message);
    assert.deepEqual(error.details, { reason: refusal.kind, ...details });
  });
}

test('an error that is no refusal stays what it is', () => {
  const error = new Error('the disk is full');
  assert.equal(refusalToRpc(error), error);
});
