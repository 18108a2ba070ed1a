import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.ts';
import type { CommitRequest as _mesh_inventory_v1_CommitRequest, CommitRequest__Output as _mesh_inventory_v1_CommitRequest__Output } from './mesh/inventory/v1/CommitRequest.ts';
import type { CommitResponse as _mesh_inventory_v1_CommitResponse, CommitResponse__Output as _mesh_inventory_v1_CommitResponse__Output } from './mesh/inventory/v1/CommitResponse.ts';
import type { InventoryServiceClient as _mesh_inventory_v1_InventoryServiceClient, InventoryServiceDefinition as _mesh_inventory_v1_InventoryServiceDefinition } from './mesh/inventory/v1/InventoryService.ts';
import type { ListReservationsRequest as _mesh_inventory_v1_ListReservationsRequest, ListReservationsRequest__Output as _mesh_inventory_v1_ListReservationsRequest__Output } from './mesh/inventory/v1/ListReservationsRequest.ts';
import type { ListReservationsResponse as _mesh_inventory_v1_ListReservationsResponse, ListReservationsResponse__Output as _mesh_inventory_v1_ListReservationsResponse__Output } from './mesh/inventory/v1/ListReservationsResponse.ts';
import type { ListStockRequest as _mesh_inventory_v1_ListStockRequest, ListStockRequest__Output as _mesh_inventory_v1_ListStockRequest__Output } from './mesh/inventory/v1/ListStockRequest.ts';
import type { ListStockResponse as _mesh_inventory_v1_ListStockResponse, ListStockResponse__Output as _mesh_inventory_v1_ListStockResponse__Output } from './mesh/inventory/v1/ListStockResponse.ts';
import type { ReleaseRequest as _mesh_inventory_v1_ReleaseRequest, ReleaseRequest__Output as _mesh_inventory_v1_ReleaseRequest__Output } from './mesh/inventory/v1/ReleaseRequest.ts';
import type { ReleaseResponse as _mesh_inventory_v1_ReleaseResponse, ReleaseResponse__Output as _mesh_inventory_v1_ReleaseResponse__Output } from './mesh/inventory/v1/ReleaseResponse.ts';
import type { Reservation as _mesh_inventory_v1_Reservation, Reservation__Output as _mesh_inventory_v1_Reservation__Output } from './mesh/inventory/v1/Reservation.ts';
import type { ReserveLine as _mesh_inventory_v1_ReserveLine, ReserveLine__Output as _mesh_inventory_v1_ReserveLine__Output } from './mesh/inventory/v1/ReserveLine.ts';
import type { ReserveRequest as _mesh_inventory_v1_ReserveRequest, ReserveRequest__Output as _mesh_inventory_v1_ReserveRequest__Output } from './mesh/inventory/v1/ReserveRequest.ts';
import type { ReserveResponse as _mesh_inventory_v1_ReserveResponse, ReserveResponse__Output as _mesh_inventory_v1_ReserveResponse__Output } from './mesh/inventory/v1/ReserveResponse.ts';
import type { ReservedLine as _mesh_inventory_v1_ReservedLine, ReservedLine__Output as _mesh_inventory_v1_ReservedLine__Output } from './mesh/inventory/v1/ReservedLine.ts';
import type { RestockRequest as _mesh_inventory_v1_RestockRequest, RestockRequest__Output as _mesh_inventory_v1_RestockRequest__Output } from './mesh/inventory/v1/RestockRequest.ts';
import type { RestockResponse as _mesh_inventory_v1_RestockResponse, RestockResponse__Output as _mesh_inventory_v1_RestockResponse__Output } from './mesh/inventory/v1/RestockResponse.ts';
import type { Stock as _mesh_inventory_v1_Stock, Stock__Output as _mesh_inventory_v1_Stock__Output } from './mesh/inventory/v1/Stock.ts';
import type { WatchStockRequest as _mesh_inventory_v1_WatchStockRequest, WatchStockRequest__Output as _mesh_inventory_v1_WatchStockRequest__Output } from './mesh/inventory/v1/WatchStockRequest.ts';
import type { WatchStockResponse as _mesh_inventory_v1_WatchStockResponse, WatchStockResponse__Output as _mesh_inventory_v1_WatchStockResponse__Output } from './mesh/inventory/v1/WatchStockResponse.ts';

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
    inventory: {
      v1: {
        CommitRequest: MessageTypeDefinition<_mesh_inventory_v1_CommitRequest, _mesh_inventory_v1_CommitRequest__Output>
        CommitResponse: MessageTypeDefinition<_mesh_inventory_v1_CommitResponse, _mesh_inventory_v1_CommitResponse__Output>
        /**
         * The truth about stock. Reserve, Commit and Release are idempotent and keyed by the order id:
         * a repeated call answers what the first one did, a refusal included.
         */
        InventoryService: SubtypeConstructor<typeof grpc.Client, _mesh_inventory_v1_InventoryServiceClient> & { service: _mesh_inventory_v1_InventoryServiceDefinition }
        ListReservationsRequest: MessageTypeDefinition<_mesh_inventory_v1_ListReservationsRequest, _mesh_inventory_v1_ListReservationsRequest__Output>
        ListReservationsResponse: MessageTypeDefinition<_mesh_inventory_v1_ListReservationsResponse, _mesh_inventory_v1_ListReservationsResponse__Output>
        ListStockRequest: MessageTypeDefinition<_mesh_inventory_v1_ListStockRequest, _mesh_inventory_v1_ListStockRequest__Output>
        ListStockResponse: MessageTypeDefinition<_mesh_inventory_v1_ListStockResponse, _mesh_inventory_v1_ListStockResponse__Output>
        ReleaseRequest: MessageTypeDefinition<_mesh_inventory_v1_ReleaseRequest, _mesh_inventory_v1_ReleaseRequest__Output>
        ReleaseResponse: MessageTypeDefinition<_mesh_inventory_v1_ReleaseResponse, _mesh_inventory_v1_ReleaseResponse__Output>
        Reservation: MessageTypeDefinition<_mesh_inventory_v1_Reservation, _mesh_inventory_v1_Reservation__Output>
        ReservationStatus: EnumTypeDefinition
        ReserveLine: MessageTypeDefinition<_mesh_inventory_v1_ReserveLine, _mesh_inventory_v1_ReserveLine__Output>
        ReserveRequest: MessageTypeDefinition<_mesh_inventory_v1_ReserveRequest, _mesh_inventory_v1_ReserveRequest__Output>
        ReserveResponse: MessageTypeDefinition<_mesh_inventory_v1_ReserveResponse, _mesh_inventory_v1_ReserveResponse__Output>
        ReservedLine: MessageTypeDefinition<_mesh_inventory_v1_ReservedLine, _mesh_inventory_v1_ReservedLine__Output>
        RestockRequest: MessageTypeDefinition<_mesh_inventory_v1_RestockRequest, _mesh_inventory_v1_RestockRequest__Output>
        RestockResponse: MessageTypeDefinition<_mesh_inventory_v1_RestockResponse, _mesh_inventory_v1_RestockResponse__Output>
        Stock: MessageTypeDefinition<_mesh_inventory_v1_Stock, _mesh_inventory_v1_Stock__Output>
        StockView: EnumTypeDefinition
        WatchStockRequest: MessageTypeDefinition<_mesh_inventory_v1_WatchStockRequest, _mesh_inventory_v1_WatchStockRequest__Output>
        WatchStockResponse: MessageTypeDefinition<_mesh_inventory_v1_WatchStockResponse, _mesh_inventory_v1_WatchStockResponse__Output>
      }
    }
  }
}

