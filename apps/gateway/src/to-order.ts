import type { Order as PublicOrder } from '@mesh/protos/gen/mesh/gateway/v1/Order';
import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';

/** The order as outsiders see it: without the key by which its customer can repeat it. */
export function toOrder(order: Order__Output | null): PublicOrder {
  if (order === null) throw new Error('the order service answered without an order');
  const { idempotencyKey: _, ...shown } = order;
  return shown;
}
