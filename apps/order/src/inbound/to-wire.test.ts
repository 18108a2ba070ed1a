import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Order } from '../domain/order.ts';
import { orderToWire } from './to-wire.ts';

const order: Order = {
  id: 'o-1',
  status: 'REJECTED',
  customerId: 'c-1',
  idempotencyKey: 'k-1',
  items: [{ sku: 'MUG', quantity: 2, priceMinor: 250 }],
  totalMinor: 500,
  currency: 'EUR',
  rejection: { kind: 'OUT_OF_STOCK', sku: 'MUG' },
  traceId: 'a'.repeat(32),
  spanId: 'b'.repeat(16),
  createTime: new Date('2026-01-02T03:04:05.678Z'),
};

test('an order is said in the words of its proto, without what the proto does not have', () => {
  assert.deepEqual(orderToWire(order), {
    id: 'o-1',
    status: 'ORDER_STATUS_REJECTED',
    customerId: 'c-1',
    idempotencyKey: 'k-1',
    items: [{ sku: 'MUG', quantity: 2, priceMinor: 250 }],
    totalMinor: 500,
    currency: 'EUR',
    traceId: 'a'.repeat(32),
    createTime: { seconds: '1767323045', nanos: 678_000_000 },
  });
});
