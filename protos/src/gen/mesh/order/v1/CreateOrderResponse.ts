// Original file: mesh/order/v1/order.proto

import type { Order as _mesh_order_v1_Order, Order__Output as _mesh_order_v1_Order__Output } from '../../../mesh/order/v1/Order.ts';

export interface CreateOrderResponse {
  'order'?: (_mesh_order_v1_Order | null);
  /**
   * True when an earlier call with this key created the order.
   */
  'replayed'?: (boolean);
}

export interface CreateOrderResponse__Output {
  'order': (_mesh_order_v1_Order__Output | null);
  /**
   * True when an earlier call with this key created the order.
   */
  'replayed': (boolean);
}
