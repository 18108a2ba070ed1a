// Original file: mesh/gateway/v1/gateway.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CancelOrderRequest as _mesh_gateway_v1_CancelOrderRequest, CancelOrderRequest__Output as _mesh_gateway_v1_CancelOrderRequest__Output } from '../../../mesh/gateway/v1/CancelOrderRequest.ts';
import type { CancelOrderResponse as _mesh_gateway_v1_CancelOrderResponse, CancelOrderResponse__Output as _mesh_gateway_v1_CancelOrderResponse__Output } from '../../../mesh/gateway/v1/CancelOrderResponse.ts';
import type { GetOrderRequest as _mesh_gateway_v1_GetOrderRequest, GetOrderRequest__Output as _mesh_gateway_v1_GetOrderRequest__Output } from '../../../mesh/gateway/v1/GetOrderRequest.ts';
import type { GetOrderResponse as _mesh_gateway_v1_GetOrderResponse, GetOrderResponse__Output as _mesh_gateway_v1_GetOrderResponse__Output } from '../../../mesh/gateway/v1/GetOrderResponse.ts';
import type { ListOrdersRequest as _mesh_gateway_v1_ListOrdersRequest, ListOrdersRequest__Output as _mesh_gateway_v1_ListOrdersRequest__Output } from '../../../mesh/gateway/v1/ListOrdersRequest.ts';
import type { ListOrdersResponse as _mesh_gateway_v1_ListOrdersResponse, ListOrdersResponse__Output as _mesh_gateway_v1_ListOrdersResponse__Output } from '../../../mesh/gateway/v1/ListOrdersResponse.ts';
import type { ListProductsRequest as _mesh_gateway_v1_ListProductsRequest, ListProductsRequest__Output as _mesh_gateway_v1_ListProductsRequest__Output } from '../../../mesh/gateway/v1/ListProductsRequest.ts';
import type { ListProductsResponse as _mesh_gateway_v1_ListProductsResponse, ListProductsResponse__Output as _mesh_gateway_v1_ListProductsResponse__Output } from '../../../mesh/gateway/v1/ListProductsResponse.ts';
import type { PlaceOrderRequest as _mesh_gateway_v1_PlaceOrderRequest, PlaceOrderRequest__Output as _mesh_gateway_v1_PlaceOrderRequest__Output } from '../../../mesh/gateway/v1/PlaceOrderRequest.ts';
import type { PlaceOrderResponse as _mesh_gateway_v1_PlaceOrderResponse, PlaceOrderResponse__Output as _mesh_gateway_v1_PlaceOrderResponse__Output } from '../../../mesh/gateway/v1/PlaceOrderResponse.ts';

/**
 * The edge. The same five calls are served over HTTP/JSON: POST /v1/orders, GET /v1/orders/{id},
 * GET /v1/orders, GET /v1/products, DELETE /v1/orders/{id}.
 */
export interface GatewayServiceClient extends grpc.Client {
  /**
   * CONFIRMED becomes CANCELLED; again answers the same.
   * NOT_FOUND: ORDER_NOT_FOUND. FAILED_PRECONDITION: ORDER_NOT_CONFIRMED.
   */
  CancelOrder(argument: _mesh_gateway_v1_CancelOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  CancelOrder(argument: _mesh_gateway_v1_CancelOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_gateway_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  CancelOrder(argument: _mesh_gateway_v1_CancelOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  CancelOrder(argument: _mesh_gateway_v1_CancelOrderRequest, callback: grpc.requestCallback<_mesh_gateway_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  /**
   * CONFIRMED becomes CANCELLED; again answers the same.
   * NOT_FOUND: ORDER_NOT_FOUND. FAILED_PRECONDITION: ORDER_NOT_CONFIRMED.
   */
  cancelOrder(argument: _mesh_gateway_v1_CancelOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  cancelOrder(argument: _mesh_gateway_v1_CancelOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_gateway_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  cancelOrder(argument: _mesh_gateway_v1_CancelOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  cancelOrder(argument: _mesh_gateway_v1_CancelOrderRequest, callback: grpc.requestCallback<_mesh_gateway_v1_CancelOrderResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * NOT_FOUND: ORDER_NOT_FOUND.
   */
  GetOrder(argument: _mesh_gateway_v1_GetOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _mesh_gateway_v1_GetOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_gateway_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _mesh_gateway_v1_GetOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _mesh_gateway_v1_GetOrderRequest, callback: grpc.requestCallback<_mesh_gateway_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  /**
   * NOT_FOUND: ORDER_NOT_FOUND.
   */
  getOrder(argument: _mesh_gateway_v1_GetOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  getOrder(argument: _mesh_gateway_v1_GetOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_gateway_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  getOrder(argument: _mesh_gateway_v1_GetOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  getOrder(argument: _mesh_gateway_v1_GetOrderRequest, callback: grpc.requestCallback<_mesh_gateway_v1_GetOrderResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Newest first.
   */
  ListOrders(argument: _mesh_gateway_v1_ListOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  ListOrders(argument: _mesh_gateway_v1_ListOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_gateway_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  ListOrders(argument: _mesh_gateway_v1_ListOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  ListOrders(argument: _mesh_gateway_v1_ListOrdersRequest, callback: grpc.requestCallback<_mesh_gateway_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Newest first.
   */
  listOrders(argument: _mesh_gateway_v1_ListOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  listOrders(argument: _mesh_gateway_v1_ListOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_gateway_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  listOrders(argument: _mesh_gateway_v1_ListOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  listOrders(argument: _mesh_gateway_v1_ListOrdersRequest, callback: grpc.requestCallback<_mesh_gateway_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * By SKU.
   */
  ListProducts(argument: _mesh_gateway_v1_ListProductsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  ListProducts(argument: _mesh_gateway_v1_ListProductsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_gateway_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  ListProducts(argument: _mesh_gateway_v1_ListProductsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  ListProducts(argument: _mesh_gateway_v1_ListProductsRequest, callback: grpc.requestCallback<_mesh_gateway_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * By SKU.
   */
  listProducts(argument: _mesh_gateway_v1_ListProductsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  listProducts(argument: _mesh_gateway_v1_ListProductsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_gateway_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  listProducts(argument: _mesh_gateway_v1_ListProductsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  listProducts(argument: _mesh_gateway_v1_ListProductsRequest, callback: grpc.requestCallback<_mesh_gateway_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The same customer and key answer the same order. INVALID_ARGUMENT: IDEMPOTENCY_KEY_REUSED,
   * UNKNOWN_SKU. FAILED_PRECONDITION: OUT_OF_STOCK, RESERVATION_EXPIRED. UNAVAILABLE or
   * DEADLINE_EXCEEDED: the outcome is not known yet, call again with the same key.
   */
  PlaceOrder(argument: _mesh_gateway_v1_PlaceOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_PlaceOrderResponse__Output>): grpc.ClientUnaryCall;
  PlaceOrder(argument: _mesh_gateway_v1_PlaceOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_gateway_v1_PlaceOrderResponse__Output>): grpc.ClientUnaryCall;
  PlaceOrder(argument: _mesh_gateway_v1_PlaceOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_PlaceOrderResponse__Output>): grpc.ClientUnaryCall;
  PlaceOrder(argument: _mesh_gateway_v1_PlaceOrderRequest, callback: grpc.requestCallback<_mesh_gateway_v1_PlaceOrderResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The same customer and key answer the same order. INVALID_ARGUMENT: IDEMPOTENCY_KEY_REUSED,
   * UNKNOWN_SKU. FAILED_PRECONDITION: OUT_OF_STOCK, RESERVATION_EXPIRED. UNAVAILABLE or
   * DEADLINE_EXCEEDED: the outcome is not known yet, call again with the same key.
   */
  placeOrder(argument: _mesh_gateway_v1_PlaceOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_PlaceOrderResponse__Output>): grpc.ClientUnaryCall;
  placeOrder(argument: _mesh_gateway_v1_PlaceOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_gateway_v1_PlaceOrderResponse__Output>): grpc.ClientUnaryCall;
  placeOrder(argument: _mesh_gateway_v1_PlaceOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_gateway_v1_PlaceOrderResponse__Output>): grpc.ClientUnaryCall;
  placeOrder(argument: _mesh_gateway_v1_PlaceOrderRequest, callback: grpc.requestCallback<_mesh_gateway_v1_PlaceOrderResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The edge. The same five calls are served over HTTP/JSON: POST /v1/orders, GET /v1/orders/{id},
 * GET /v1/orders, GET /v1/products, DELETE /v1/orders/{id}.
 */
export interface GatewayServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * CONFIRMED becomes CANCELLED; again answers the same.
   * NOT_FOUND: ORDER_NOT_FOUND. FAILED_PRECONDITION: ORDER_NOT_CONFIRMED.
   */
  CancelOrder: grpc.handleUnaryCall<_mesh_gateway_v1_CancelOrderRequest__Output, _mesh_gateway_v1_CancelOrderResponse>;
  
  /**
   * NOT_FOUND: ORDER_NOT_FOUND.
   */
  GetOrder: grpc.handleUnaryCall<_mesh_gateway_v1_GetOrderRequest__Output, _mesh_gateway_v1_GetOrderResponse>;
  
  /**
   * Newest first.
   */
  ListOrders: grpc.handleUnaryCall<_mesh_gateway_v1_ListOrdersRequest__Output, _mesh_gateway_v1_ListOrdersResponse>;
  
  /**
   * By SKU.
   */
  ListProducts: grpc.handleUnaryCall<_mesh_gateway_v1_ListProductsRequest__Output, _mesh_gateway_v1_ListProductsResponse>;
  
  /**
   * The same customer and key answer the same order. INVALID_ARGUMENT: IDEMPOTENCY_KEY_REUSED,
   * UNKNOWN_SKU. FAILED_PRECONDITION: OUT_OF_STOCK, RESERVATION_EXPIRED. UNAVAILABLE or
   * DEADLINE_EXCEEDED: the outcome is not known yet, call again with the same key.
   */
  PlaceOrder: grpc.handleUnaryCall<_mesh_gateway_v1_PlaceOrderRequest__Output, _mesh_gateway_v1_PlaceOrderResponse>;
  
}

export interface GatewayServiceDefinition extends grpc.ServiceDefinition {
  CancelOrder: MethodDefinition<_mesh_gateway_v1_CancelOrderRequest, _mesh_gateway_v1_CancelOrderResponse, _mesh_gateway_v1_CancelOrderRequest__Output, _mesh_gateway_v1_CancelOrderResponse__Output>
  GetOrder: MethodDefinition<_mesh_gateway_v1_GetOrderRequest, _mesh_gateway_v1_GetOrderResponse, _mesh_gateway_v1_GetOrderRequest__Output, _mesh_gateway_v1_GetOrderResponse__Output>
  ListOrders: MethodDefinition<_mesh_gateway_v1_ListOrdersRequest, _mesh_gateway_v1_ListOrdersResponse, _mesh_gateway_v1_ListOrdersRequest__Output, _mesh_gateway_v1_ListOrdersResponse__Output>
  ListProducts: MethodDefinition<_mesh_gateway_v1_ListProductsRequest, _mesh_gateway_v1_ListProductsResponse, _mesh_gateway_v1_ListProductsRequest__Output, _mesh_gateway_v1_ListProductsResponse__Output>
  PlaceOrder: MethodDefinition<_mesh_gateway_v1_PlaceOrderRequest, _mesh_gateway_v1_PlaceOrderResponse, _mesh_gateway_v1_PlaceOrderRequest__Output, _mesh_gateway_v1_PlaceOrderResponse__Output>
}
