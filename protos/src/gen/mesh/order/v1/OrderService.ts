// Original file: mesh/order/v1/order.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CancelOrderRequest as _mesh_order_v1_CancelOrderRequest, CancelOrderRequest__Output as _mesh_order_v1_CancelOrderRequest__Output } from '../../../mesh/order/v1/CancelOrderRequest.ts';
import type { CancelOrderResponse as _mesh_order_v1_CancelOrderResponse, CancelOrderResponse__Output as _mesh_order_v1_CancelOrderResponse__Output } from '../../../mesh/order/v1/CancelOrderResponse.ts';
import type { CreateOrderRequest as _mesh_order_v1_CreateOrderRequest, CreateOrderRequest__Output as _mesh_order_v1_CreateOrderRequest__Output } from '../../../mesh/order/v1/CreateOrderRequest.ts';
import type { CreateOrderResponse as _mesh_order_v1_CreateOrderResponse, CreateOrderResponse__Output as _mesh_order_v1_CreateOrderResponse__Output } from '../../../mesh/order/v1/CreateOrderResponse.ts';
import type { GetOrderRequest as _mesh_order_v1_GetOrderRequest, GetOrderRequest__Output as _mesh_order_v1_GetOrderRequest__Output } from '../../../mesh/order/v1/GetOrderRequest.ts';
import type { GetOrderResponse as _mesh_order_v1_GetOrderResponse, GetOrderResponse__Output as _mesh_order_v1_GetOrderResponse__Output } from '../../../mesh/order/v1/GetOrderResponse.ts';
import type { ListOrdersRequest as _mesh_order_v1_ListOrdersRequest, ListOrdersRequest__Output as _mesh_order_v1_ListOrdersRequest__Output } from '../../../mesh/order/v1/ListOrdersRequest.ts';
import type { ListOrdersResponse as _mesh_order_v1_ListOrdersResponse, ListOrdersResponse__Output as _mesh_order_v1_ListOrdersResponse__Output } from '../../../mesh/order/v1/ListOrdersResponse.ts';

/**
 * Orders and what became of them. The order row is the log: the intent is durable before any
 * remote call, and a sweeper finishes what a crash left.
 */
export interface OrderServiceClient extends grpc.Client {
  /**
   * CONFIRMED becomes CANCELLED and the stock is given back; again answers the same.
   * NOT_FOUND: ORDER_NOT_FOUND. FAILED_PRECONDITION: ORDER_NOT_CONFIRMED.
   */
  CancelOrder(argument: _mesh_order_v1_CancelOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  CancelOrder(argument: _mesh_order_v1_CancelOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_order_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  CancelOrder(argument: _mesh_order_v1_CancelOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  CancelOrder(argument: _mesh_order_v1_CancelOrderRequest, callback: grpc.requestCallback<_mesh_order_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  /**
   * CONFIRMED becomes CANCELLED and the stock is given back; again answers the same.
   * NOT_FOUND: ORDER_NOT_FOUND. FAILED_PRECONDITION: ORDER_NOT_CONFIRMED.
   */
  cancelOrder(argument: _mesh_order_v1_CancelOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  cancelOrder(argument: _mesh_order_v1_CancelOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_order_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  cancelOrder(argument: _mesh_order_v1_CancelOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  cancelOrder(argument: _mesh_order_v1_CancelOrderRequest, callback: grpc.requestCallback<_mesh_order_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The same customer and key answer the same order. INVALID_ARGUMENT: IDEMPOTENCY_KEY_REUSED,
   * UNKNOWN_SKU. FAILED_PRECONDITION: OUT_OF_STOCK, RESERVATION_EXPIRED. UNAVAILABLE or
   * DEADLINE_EXCEEDED: the outcome is not known yet, call again with the same key.
   */
  CreateOrder(argument: _mesh_order_v1_CreateOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_CreateOrderResponse__Output>): grpc.ClientUnaryCall;
  CreateOrder(argument: _mesh_order_v1_CreateOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_order_v1_CreateOrderResponse__Output>): grpc.ClientUnaryCall;
  CreateOrder(argument: _mesh_order_v1_CreateOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_CreateOrderResponse__Output>): grpc.ClientUnaryCall;
  CreateOrder(argument: _mesh_order_v1_CreateOrderRequest, callback: grpc.requestCallback<_mesh_order_v1_CreateOrderResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The same customer and key answer the same order. INVALID_ARGUMENT: IDEMPOTENCY_KEY_REUSED,
   * UNKNOWN_SKU. FAILED_PRECONDITION: OUT_OF_STOCK, RESERVATION_EXPIRED. UNAVAILABLE or
   * DEADLINE_EXCEEDED: the outcome is not known yet, call again with the same key.
   */
  createOrder(argument: _mesh_order_v1_CreateOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_CreateOrderResponse__Output>): grpc.ClientUnaryCall;
  createOrder(argument: _mesh_order_v1_CreateOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_order_v1_CreateOrderResponse__Output>): grpc.ClientUnaryCall;
  createOrder(argument: _mesh_order_v1_CreateOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_CreateOrderResponse__Output>): grpc.ClientUnaryCall;
  createOrder(argument: _mesh_order_v1_CreateOrderRequest, callback: grpc.requestCallback<_mesh_order_v1_CreateOrderResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * NOT_FOUND: ORDER_NOT_FOUND.
   */
  GetOrder(argument: _mesh_order_v1_GetOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _mesh_order_v1_GetOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_order_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _mesh_order_v1_GetOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _mesh_order_v1_GetOrderRequest, callback: grpc.requestCallback<_mesh_order_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  /**
   * NOT_FOUND: ORDER_NOT_FOUND.
   */
  getOrder(argument: _mesh_order_v1_GetOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  getOrder(argument: _mesh_order_v1_GetOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_order_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  getOrder(argument: _mesh_order_v1_GetOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  getOrder(argument: _mesh_order_v1_GetOrderRequest, callback: grpc.requestCallback<_mesh_order_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Newest first.
   */
  ListOrders(argument: _mesh_order_v1_ListOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  ListOrders(argument: _mesh_order_v1_ListOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_order_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  ListOrders(argument: _mesh_order_v1_ListOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  ListOrders(argument: _mesh_order_v1_ListOrdersRequest, callback: grpc.requestCallback<_mesh_order_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Newest first.
   */
  listOrders(argument: _mesh_order_v1_ListOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  listOrders(argument: _mesh_order_v1_ListOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_order_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  listOrders(argument: _mesh_order_v1_ListOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_order_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  listOrders(argument: _mesh_order_v1_ListOrdersRequest, callback: grpc.requestCallback<_mesh_order_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Orders and what became of them. The order row is the log: the intent is durable before any
 * remote call, and a sweeper finishes what a crash left.
 */
export interface OrderServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * CONFIRMED becomes CANCELLED and the stock is given back; again answers the same.
   * NOT_FOUND: ORDER_NOT_FOUND. FAILED_PRECONDITION: ORDER_NOT_CONFIRMED.
   */
  CancelOrder: grpc.handleUnaryCall<_mesh_order_v1_CancelOrderRequest__Output, _mesh_order_v1_CancelOrderResponse>;
  
  /**
   * The same customer and key answer the same order. INVALID_ARGUMENT: IDEMPOTENCY_KEY_REUSED,
   * UNKNOWN_SKU. FAILED_PRECONDITION: OUT_OF_STOCK, RESERVATION_EXPIRED. UNAVAILABLE or
   * DEADLINE_EXCEEDED: the outcome is not known yet, call again with the same key.
   */
  CreateOrder: grpc.handleUnaryCall<_mesh_order_v1_CreateOrderRequest__Output, _mesh_order_v1_CreateOrderResponse>;
  
  /**
   * NOT_FOUND: ORDER_NOT_FOUND.
   */
  GetOrder: grpc.handleUnaryCall<_mesh_order_v1_GetOrderRequest__Output, _mesh_order_v1_GetOrderResponse>;
  
  /**
   * Newest first.
   */
  ListOrders: grpc.handleUnaryCall<_mesh_order_v1_ListOrdersRequest__Output, _mesh_order_v1_ListOrdersResponse>;
  
}

export interface OrderServiceDefinition extends grpc.ServiceDefinition {
  CancelOrder: MethodDefinition<_mesh_order_v1_CancelOrderRequest, _mesh_order_v1_CancelOrderResponse, _mesh_order_v1_CancelOrderRequest__Output, _mesh_order_v1_CancelOrderResponse__Output>
  CreateOrder: MethodDefinition<_mesh_order_v1_CreateOrderRequest, _mesh_order_v1_CreateOrderResponse, _mesh_order_v1_CreateOrderRequest__Output, _mesh_order_v1_CreateOrderResponse__Output>
  GetOrder: MethodDefinition<_mesh_order_v1_GetOrderRequest, _mesh_order_v1_GetOrderResponse, _mesh_order_v1_GetOrderRequest__Output, _mesh_order_v1_GetOrderResponse__Output>
  ListOrders: MethodDefinition<_mesh_order_v1_ListOrdersRequest, _mesh_order_v1_ListOrdersResponse, _mesh_order_v1_ListOrdersRequest__Output, _mesh_order_v1_ListOrdersResponse__Output>
}
