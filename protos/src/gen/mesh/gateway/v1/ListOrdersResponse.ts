// Original file: mesh/gateway/v1/gateway.proto

import type { Order as _mesh_gateway_v1_Order, Order__Output as _mesh_gateway_v1_Order__Output } from '../../../mesh/gateway/v1/Order.ts';

export interface ListOrdersResponse {
  'orders'?: (_mesh_gateway_v1_Order)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken'?: (string);
}

export interface ListOrdersResponse__Output {
  'orders': (_mesh_gateway_v1_Order__Output)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken': (string);
}
