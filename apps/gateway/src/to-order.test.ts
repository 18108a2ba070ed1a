import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';
import { orderOf } from './testing/orders.ts';
import { toOrder } from './to-order.ts';

test('an order is shown whole, but for the key by which it can be repeated', () => {
  const { idempotencyKey, ...shown } = orderOf();
  assert.equal(idempotencyKey, 'k-1');
  assert.deepEqual(toOrder(orderOf() as Order__Output), shown);
});
