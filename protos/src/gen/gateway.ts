import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.ts';
import type { CancelOrderRequest as _mesh_gateway_v1_CancelOrderRequest, CancelOrderRequest__Output as _mesh_gateway_v1_CancelOrderRequest__Output } from './mesh/gateway/v1/CancelOrderRequest.ts';
import type { CancelOrderResponse as _mesh_gateway_v1_CancelOrderResponse, CancelOrderResponse__Output as _mesh_gateway_v1_CancelOrderResponse__Output } from './mesh/gateway/v1/CancelOrderResponse.ts';
import type { GatewayServiceClient as _mesh_gateway_v1_GatewayServiceClient, GatewayServiceDefinition as _mesh_gateway_v1_GatewayServiceDefinition } from './mesh/gateway/v1/GatewayService.ts';
import type { GetOrderRequest as _mesh_gateway_v1_GetOrderRequest, GetOrderRequest__Output as _mesh_gateway_v1_GetOrderRequest__Output } from './mesh/gateway/v1/GetOrderRequest.ts';
import type { GetOrderResponse as _mesh_gateway_v1_GetOrderResponse, GetOrderResponse__Output as _mesh_gateway_v1_GetOrderResponse__Output } from './mesh/gateway/v1/GetOrderResponse.ts';
import type { ListOrdersRequest as _mesh_gateway_v1_ListOrdersRequest, ListOrdersRequest__Output as _mesh_gateway_v1_ListOrdersRequest__Output } from './mesh/gateway/v1/ListOrdersRequest.ts';
import type { ListOrdersResponse as _mesh_gateway_v1_ListOrdersResponse, ListOrdersResponse__Output as _mesh_gateway_v1_ListOrdersResponse__Output } from './mesh/gateway/v1/ListOrdersResponse.ts';
import type { ListProductsRequest as _mesh_gateway_v1_ListProductsRequest, ListProductsRequest__Output as _mesh_gateway_v1_ListProductsRequest__Output } from './mesh/gateway/v1/ListProductsRequest.ts';
import type { ListProductsResponse as _mesh_gateway_v1_ListProductsResponse, ListProductsResponse__Output as _mesh_gateway_v1_ListProductsResponse__Output } from './mesh/gateway/v1/ListProductsResponse.ts';
import type { Order as _mesh_gateway_v1_Order, Order__Output as _mesh_gateway_v1_Order__Output } from './mesh/gateway/v1/Order.ts';
import type { OrderItem as _mesh_gateway_v1_OrderItem, OrderItem__Output as _mesh_gateway_v1_OrderItem__Output } from './mesh/gateway/v1/OrderItem.ts';
import type { PlaceOrderItem as _mesh_gateway_v1_PlaceOrderItem, PlaceOrderItem__Output as _mesh_gateway_v1_PlaceOrderItem__Output } from './mesh/gateway/v1/PlaceOrderItem.ts';
import type { PlaceOrderRequest as _mesh_gateway_v1_PlaceOrderRequest, PlaceOrderRequest__Output as _mesh_gateway_v1_PlaceOrderRequest__Output } from './mesh/gateway/v1/PlaceOrderRequest.ts';
import type { PlaceOrderResponse as _mesh_gateway_v1_PlaceOrderResponse, PlaceOrderResponse__Output as _mesh_gateway_v1_PlaceOrderResponse__Output } from './mesh/gateway/v1/PlaceOrderResponse.ts';
import type { Product as _mesh_gateway_v1_Product, Product__Output as _mesh_gateway_v1_Product__Output } from './mesh/gateway/v1/Product.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  mesh: {
    gateway: {
      v1: {
        CancelOrderRequest: MessageTypeDefinition<_mesh_gateway_v1_CancelOrderRequest, _mesh_gateway_v1_CancelOrderRequest__Output>
        CancelOrderResponse: MessageTypeDefinition<_mesh_gateway_v1_CancelOrderResponse, _mesh_gateway_v1_CancelOrderResponse__Output>
        /**
         * The edge. The same five calls are served over HTTP/JSON: POST /v1/orders, GET /v1/orders/{id},
         * GET /v1/orders, GET /v1/products, DELETE /v1/orders/{id}.
         */
        GatewayService: SubtypeConstructor<typeof grpc.Client, _mesh_gateway_v1_GatewayServiceClient> & { service: _mesh_gateway_v1_GatewayServiceDefinition }
        GetOrderRequest: MessageTypeDefinition<_mesh_gateway_v1_GetOrderRequest, _mesh_gateway_v1_GetOrderRequest__Output>
        GetOrderResponse: MessageTypeDefinition<_mesh_gateway_v1_GetOrderResponse, _mesh_gateway_v1_GetOrderResponse__Output>
        ListOrdersRequest: MessageTypeDefinition<_mesh_gateway_v1_ListOrdersRequest, _mesh_gateway_v1_ListOrdersRequest__Output>
        ListOrdersResponse: MessageTypeDefinition<_mesh_gateway_v1_ListOrdersResponse, _mesh_gateway_v1_ListOrdersResponse__Output>
        ListProductsRequest: MessageTypeDefinition<_mesh_gateway_v1_ListProductsRequest, _mesh_gateway_v1_ListProductsRequest__Output>
        ListProductsResponse: MessageTypeDefinition<_mesh_gateway_v1_ListProductsResponse, _mesh_gateway_v1_ListProductsResponse__Output>
        Order: MessageTypeDefinition<_mesh_gateway_v1_Order, _mesh_gateway_v1_Order__Output>
        OrderItem: MessageTypeDefinition<_mesh_gateway_v1_OrderItem, _mesh_gateway_v1_OrderItem__Output>
        OrderStatus: EnumTypeDefinition
        PlaceOrderItem: MessageTypeDefinition<_mesh_gateway_v1_PlaceOrderItem, _mesh_gateway_v1_PlaceOrderItem__Output>
        PlaceOrderRequest: MessageTypeDefinition<_mesh_gateway_v1_PlaceOrderRequest, _mesh_gateway_v1_PlaceOrderRequest__Output>
        PlaceOrderResponse: MessageTypeDefinition<_mesh_gateway_v1_PlaceOrderResponse, _mesh_gateway_v1_PlaceOrderResponse__Output>
        Product: MessageTypeDefinition<_mesh_gateway_v1_Product, _mesh_gateway_v1_Product__Output>
      }
    }
  }
}

