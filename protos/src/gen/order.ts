import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.ts';
import type { CancelOrderRequest as _mesh_order_v1_CancelOrderRequest, CancelOrderRequest__Output as _mesh_order_v1_CancelOrderRequest__Output } from './mesh/order/v1/CancelOrderRequest.ts';
import type { CancelOrderResponse as _mesh_order_v1_CancelOrderResponse, CancelOrderResponse__Output as _mesh_order_v1_CancelOrderResponse__Output } from './mesh/order/v1/CancelOrderResponse.ts';
import type { CreateOrderItem as _mesh_order_v1_CreateOrderItem, CreateOrderItem__Output as _mesh_order_v1_CreateOrderItem__Output } from './mesh/order/v1/CreateOrderItem.ts';
import type { CreateOrderRequest as _mesh_order_v1_CreateOrderRequest, CreateOrderRequest__Output as _mesh_order_v1_CreateOrderRequest__Output } from './mesh/order/v1/CreateOrderRequest.ts';
import type { CreateOrderResponse as _mesh_order_v1_CreateOrderResponse, CreateOrderResponse__Output as _mesh_order_v1_CreateOrderResponse__Output } from './mesh/order/v1/CreateOrderResponse.ts';
import type { GetOrderRequest as _mesh_order_v1_GetOrderRequest, GetOrderRequest__Output as _mesh_order_v1_GetOrderRequest__Output } from './mesh/order/v1/GetOrderRequest.ts';
import type { GetOrderResponse as _mesh_order_v1_GetOrderResponse, GetOrderResponse__Output as _mesh_order_v1_GetOrderResponse__Output } from './mesh/order/v1/GetOrderResponse.ts';
import type { ListOrdersRequest as _mesh_order_v1_ListOrdersRequest, ListOrdersRequest__Output as _mesh_order_v1_ListOrdersRequest__Output } from './mesh/order/v1/ListOrdersRequest.ts';
import type { ListOrdersResponse as _mesh_order_v1_ListOrdersResponse, ListOrdersResponse__Output as _mesh_order_v1_ListOrdersResponse__Output } from './mesh/order/v1/ListOrdersResponse.ts';
import type { Order as _mesh_order_v1_Order, Order__Output as _mesh_order_v1_Order__Output } from './mesh/order/v1/Order.ts';
import type { OrderItem as _mesh_order_v1_OrderItem, OrderItem__Output as _mesh_order_v1_OrderItem__Output } from './mesh/order/v1/OrderItem.ts';
import type { OrderServiceClient as _mesh_order_v1_OrderServiceClient, OrderServiceDefinition as _mesh_order_v1_OrderServiceDefinition } from './mesh/order/v1/OrderService.ts';

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
    order: {
      v1: {
        CancelOrderRequest: MessageTypeDefinition<_mesh_order_v1_CancelOrderRequest, _mesh_order_v1_CancelOrderRequest__Output>
        CancelOrderResponse: MessageTypeDefinition<_mesh_order_v1_CancelOrderResponse, _mesh_order_v1_CancelOrderResponse__Output>
        CreateOrderItem: MessageTypeDefinition<_mesh_order_v1_CreateOrderItem, _mesh_order_v1_CreateOrderItem__Output>
        CreateOrderRequest: MessageTypeDefinition<_mesh_order_v1_CreateOrderRequest, _mesh_order_v1_CreateOrderRequest__Output>
        CreateOrderResponse: MessageTypeDefinition<_mesh_order_v1_CreateOrderResponse, _mesh_order_v1_CreateOrderResponse__Output>
        GetOrderRequest: MessageTypeDefinition<_mesh_order_v1_GetOrderRequest, _mesh_order_v1_GetOrderRequest__Output>
        GetOrderResponse: MessageTypeDefinition<_mesh_order_v1_GetOrderResponse, _mesh_order_v1_GetOrderResponse__Output>
        ListOrdersRequest: MessageTypeDefinition<_mesh_order_v1_ListOrdersRequest, _mesh_order_v1_ListOrdersRequest__Output>
        ListOrdersResponse: MessageTypeDefinition<_mesh_order_v1_ListOrdersResponse, _mesh_order_v1_ListOrdersResponse__Output>
        Order: MessageTypeDefinition<_mesh_order_v1_Order, _mesh_order_v1_Order__Output>
        OrderItem: MessageTypeDefinition<_mesh_order_v1_OrderItem, _mesh_order_v1_OrderItem__Output>
        /**
         * Orders and what became of them. The order row is the log: the intent is durable before any
         * remote call, and a sweeper finishes what a crash left.
         */
        OrderService: SubtypeConstructor<typeof grpc.Client, _mesh_order_v1_OrderServiceClient> & { service: _mesh_order_v1_OrderServiceDefinition }
        OrderStatus: EnumTypeDefinition
      }
    }
  }
}

