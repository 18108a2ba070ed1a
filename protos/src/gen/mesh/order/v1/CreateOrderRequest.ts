// Original file: mesh/order/v1/order.proto

import type { CreateOrderItem as _mesh_order_v1_CreateOrderItem, CreateOrderItem__Output as _mesh_order_v1_CreateOrderItem__Output } from '../../../mesh/order/v1/CreateOrderItem.ts';

export interface CreateOrderRequest {
  /**
   * 1 to 255 printable ASCII characters.
   */
  'idempotencyKey'?: (string);
  /**
   * 1 to 64 of A-Z a-z 0-9 . _ -
   */
  'customerId'?: (string);
  /**
   * 1 to 100 items, each SKU once.
   */
  'items'?: (_mesh_order_v1_CreateOrderItem)[];
}

export interface CreateOrderRequest__Output {
  /**
   * 1 to 255 printable ASCII characters.
   */
  'idempotencyKey': (string);
  /**
   * 1 to 64 of A-Z a-z 0-9 . _ -
   */
  'customerId': (string);
  /**
   * 1 to 100 items, each SKU once.
   */
  'items': (_mesh_order_v1_CreateOrderItem__Output)[];
}
