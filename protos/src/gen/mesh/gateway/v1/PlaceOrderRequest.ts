// Original file: mesh/gateway/v1/gateway.proto

import type { PlaceOrderItem as _mesh_gateway_v1_PlaceOrderItem, PlaceOrderItem__Output as _mesh_gateway_v1_PlaceOrderItem__Output } from '../../../mesh/gateway/v1/PlaceOrderItem.ts';

export interface PlaceOrderRequest {
  /**
   * 1 to 255 printable ASCII characters, scoped to the customer.
   */
  'idempotencyKey'?: (string);
  /**
   * 1 to 64 of A-Z a-z 0-9 . _ -
   */
  'customerId'?: (string);
  /**
   * 1 to 100 items, each SKU once.
   */
  'items'?: (_mesh_gateway_v1_PlaceOrderItem)[];
}

export interface PlaceOrderRequest__Output {
  /**
   * 1 to 255 printable ASCII characters, scoped to the customer.
   */
  'idempotencyKey': (string);
  /**
   * 1 to 64 of A-Z a-z 0-9 . _ -
   */
  'customerId': (string);
  /**
   * 1 to 100 items, each SKU once.
   */
  'items': (_mesh_gateway_v1_PlaceOrderItem__Output)[];
}
