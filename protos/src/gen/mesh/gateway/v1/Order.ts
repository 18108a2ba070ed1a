// Original file: mesh/gateway/v1/gateway.proto

import type { OrderStatus as _mesh_gateway_v1_OrderStatus, OrderStatus__Output as _mesh_gateway_v1_OrderStatus__Output } from '../../../mesh/gateway/v1/OrderStatus.ts';
import type { OrderItem as _mesh_gateway_v1_OrderItem, OrderItem__Output as _mesh_gateway_v1_OrderItem__Output } from '../../../mesh/gateway/v1/OrderItem.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { Long } from '@grpc/proto-loader';

export interface Order {
  'id'?: (string);
  'status'?: (_mesh_gateway_v1_OrderStatus);
  'customerId'?: (string);
  'items'?: (_mesh_gateway_v1_OrderItem)[];
  /**
   * In the currency's minor unit; 0 until CONFIRMED.
   */
  'totalMinor'?: (number | string | Long);
  /**
   * ISO 4217.
   */
  'currency'?: (string);
  /**
   * 32 hex digits: the trace of the request that created the order.
   */
  'traceId'?: (string);
  'createTime'?: (_google_protobuf_Timestamp | null);
}

export interface Order__Output {
  'id': (string);
  'status': (_mesh_gateway_v1_OrderStatus__Output);
  'customerId': (string);
  'items': (_mesh_gateway_v1_OrderItem__Output)[];
  /**
   * In the currency's minor unit; 0 until CONFIRMED.
   */
  'totalMinor': (string);
  /**
   * ISO 4217.
   */
  'currency': (string);
  /**
   * 32 hex digits: the trace of the request that created the order.
   */
  'traceId': (string);
  'createTime': (_google_protobuf_Timestamp__Output | null);
}
