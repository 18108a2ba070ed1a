// Original file: mesh/gateway/v1/gateway.proto

import type { Order as _mesh_gateway_v1_Order, Order__Output as _mesh_gateway_v1_Order__Output } from '../../../mesh/gateway/v1/Order.ts';

export interface CancelOrderResponse {
  'order'?: (_mesh_gateway_v1_Order | null);
}

export interface CancelOrderResponse__Output {
  'order': (_mesh_gateway_v1_Order__Output | null);
}
