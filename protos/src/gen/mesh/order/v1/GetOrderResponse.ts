// Original file: mesh/order/v1/order.proto

import type { Order as _mesh_order_v1_Order, Order__Output as _mesh_order_v1_Order__Output } from '../../../mesh/order/v1/Order.ts';

export interface GetOrderResponse {
  'order'?: (_mesh_order_v1_Order | null);
}

export interface GetOrderResponse__Output {
  'order': (_mesh_order_v1_Order__Output | null);
}
