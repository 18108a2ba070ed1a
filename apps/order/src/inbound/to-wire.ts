import type { Order as WireOrder } from '@mesh/protos/gen/mesh/order/v1/Order';
import { timestamp } from '@mesh/rpc';
import type { Order } from '../domain/order.ts';

export function orderToWire({
  status,
  items,
  createTime,
  rejection: _,
  spanId: __,
  ...order
}: Order): WireOrder {
  return {
    ...order,
    status: `ORDER_STATUS_${status}`,
    items: [...items],
    createTime: timestamp(createTime),
  };
}
