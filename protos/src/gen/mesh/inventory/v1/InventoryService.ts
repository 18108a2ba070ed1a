// Original file: mesh/inventory/v1/inventory.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CommitRequest as _mesh_inventory_v1_CommitRequest, CommitRequest__Output as _mesh_inventory_v1_CommitRequest__Output } from '../../../mesh/inventory/v1/CommitRequest.ts';
import type { CommitResponse as _mesh_inventory_v1_CommitResponse, CommitResponse__Output as _mesh_inventory_v1_CommitResponse__Output } from '../../../mesh/inventory/v1/CommitResponse.ts';
import type { ListReservationsRequest as _mesh_inventory_v1_ListReservationsRequest, ListReservationsRequest__Output as _mesh_inventory_v1_ListReservationsRequest__Output } from '../../../mesh/inventory/v1/ListReservationsRequest.ts';
import type { ListReservationsResponse as _mesh_inventory_v1_ListReservationsResponse, ListReservationsResponse__Output as _mesh_inventory_v1_ListReservationsResponse__Output } from '../../../mesh/inventory/v1/ListReservationsResponse.ts';
import type { ListStockRequest as _mesh_inventory_v1_ListStockRequest, ListStockRequest__Output as _mesh_inventory_v1_ListStockRequest__Output } from '../../../mesh/inventory/v1/ListStockRequest.ts';
import type { ListStockResponse as _mesh_inventory_v1_ListStockResponse, ListStockResponse__Output as _mesh_inventory_v1_ListStockResponse__Output } from '../../../mesh/inventory/v1/ListStockResponse.ts';
import type { ReleaseRequest as _mesh_inventory_v1_ReleaseRequest, ReleaseRequest__Output as _mesh_inventory_v1_ReleaseRequest__Output } from '../../../mesh/inventory/v1/ReleaseRequest.ts';
import type { ReleaseResponse as _mesh_inventory_v1_ReleaseResponse, ReleaseResponse__Output as _mesh_inventory_v1_ReleaseResponse__Output } from '../../../mesh/inventory/v1/ReleaseResponse.ts';
import type { ReserveRequest as _mesh_inventory_v1_ReserveRequest, ReserveRequest__Output as _mesh_inventory_v1_ReserveRequest__Output } from '../../../mesh/inventory/v1/ReserveRequest.ts';
import type { ReserveResponse as _mesh_inventory_v1_ReserveResponse, ReserveResponse__Output as _mesh_inventory_v1_ReserveResponse__Output } from '../../../mesh/inventory/v1/ReserveResponse.ts';
import type { RestockRequest as _mesh_inventory_v1_RestockRequest, RestockRequest__Output as _mesh_inventory_v1_RestockRequest__Output } from '../../../mesh/inventory/v1/RestockRequest.ts';
import type { RestockResponse as _mesh_inventory_v1_RestockResponse, RestockResponse__Output as _mesh_inventory_v1_RestockResponse__Output } from '../../../mesh/inventory/v1/RestockResponse.ts';
import type { WatchStockRequest as _mesh_inventory_v1_WatchStockRequest, WatchStockRequest__Output as _mesh_inventory_v1_WatchStockRequest__Output } from '../../../mesh/inventory/v1/WatchStockRequest.ts';
import type { WatchStockResponse as _mesh_inventory_v1_WatchStockResponse, WatchStockResponse__Output as _mesh_inventory_v1_WatchStockResponse__Output } from '../../../mesh/inventory/v1/WatchStockResponse.ts';

/**
 * The truth about stock. Reserve, Commit and Release are idempotent and keyed by the order id:
 * a repeated call answers what the first one did, a refusal included.
 */
export interface InventoryServiceClient extends grpc.Client {
  /**
   * HELD becomes COMMITTED. NOT_FOUND: RESERVATION_NOT_FOUND.
   * FAILED_PRECONDITION: RESERVATION_RELEASED, or the refusal that Reserve recorded.
   */
  Commit(argument: _mesh_inventory_v1_CommitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  Commit(argument: _mesh_inventory_v1_CommitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_inventory_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  Commit(argument: _mesh_inventory_v1_CommitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  Commit(argument: _mesh_inventory_v1_CommitRequest, callback: grpc.requestCallback<_mesh_inventory_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  /**
   * HELD becomes COMMITTED. NOT_FOUND: RESERVATION_NOT_FOUND.
   * FAILED_PRECONDITION: RESERVATION_RELEASED, or the refusal that Reserve recorded.
   */
  commit(argument: _mesh_inventory_v1_CommitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  commit(argument: _mesh_inventory_v1_CommitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_inventory_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  commit(argument: _mesh_inventory_v1_CommitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  commit(argument: _mesh_inventory_v1_CommitRequest, callback: grpc.requestCallback<_mesh_inventory_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Reservations by order id, newest first.
   */
  ListReservations(argument: _mesh_inventory_v1_ListReservationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ListReservationsResponse__Output>): grpc.ClientUnaryCall;
  ListReservations(argument: _mesh_inventory_v1_ListReservationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_inventory_v1_ListReservationsResponse__Output>): grpc.ClientUnaryCall;
  ListReservations(argument: _mesh_inventory_v1_ListReservationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ListReservationsResponse__Output>): grpc.ClientUnaryCall;
  ListReservations(argument: _mesh_inventory_v1_ListReservationsRequest, callback: grpc.requestCallback<_mesh_inventory_v1_ListReservationsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Reservations by order id, newest first.
   */
  listReservations(argument: _mesh_inventory_v1_ListReservationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ListReservationsResponse__Output>): grpc.ClientUnaryCall;
  listReservations(argument: _mesh_inventory_v1_ListReservationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_inventory_v1_ListReservationsResponse__Output>): grpc.ClientUnaryCall;
  listReservations(argument: _mesh_inventory_v1_ListReservationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ListReservationsResponse__Output>): grpc.ClientUnaryCall;
  listReservations(argument: _mesh_inventory_v1_ListReservationsRequest, callback: grpc.requestCallback<_mesh_inventory_v1_ListReservationsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Products with their stock, by SKU.
   */
  ListStock(argument: _mesh_inventory_v1_ListStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ListStockResponse__Output>): grpc.ClientUnaryCall;
  ListStock(argument: _mesh_inventory_v1_ListStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_inventory_v1_ListStockResponse__Output>): grpc.ClientUnaryCall;
  ListStock(argument: _mesh_inventory_v1_ListStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ListStockResponse__Output>): grpc.ClientUnaryCall;
  ListStock(argument: _mesh_inventory_v1_ListStockRequest, callback: grpc.requestCallback<_mesh_inventory_v1_ListStockResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Products with their stock, by SKU.
   */
  listStock(argument: _mesh_inventory_v1_ListStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ListStockResponse__Output>): grpc.ClientUnaryCall;
  listStock(argument: _mesh_inventory_v1_ListStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_inventory_v1_ListStockResponse__Output>): grpc.ClientUnaryCall;
  listStock(argument: _mesh_inventory_v1_ListStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ListStockResponse__Output>): grpc.ClientUnaryCall;
  listStock(argument: _mesh_inventory_v1_ListStockRequest, callback: grpc.requestCallback<_mesh_inventory_v1_ListStockResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * HELD or COMMITTED becomes RELEASED and the stock is given back, once. Without a reservation a
   * tombstone is left, so that a late Reserve is refused.
   */
  Release(argument: _mesh_inventory_v1_ReleaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  Release(argument: _mesh_inventory_v1_ReleaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_inventory_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  Release(argument: _mesh_inventory_v1_ReleaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  Release(argument: _mesh_inventory_v1_ReleaseRequest, callback: grpc.requestCallback<_mesh_inventory_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  /**
   * HELD or COMMITTED becomes RELEASED and the stock is given back, once. Without a reservation a
   * tombstone is left, so that a late Reserve is refused.
   */
  release(argument: _mesh_inventory_v1_ReleaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _mesh_inventory_v1_ReleaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_inventory_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _mesh_inventory_v1_ReleaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _mesh_inventory_v1_ReleaseRequest, callback: grpc.requestCallback<_mesh_inventory_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Holds every line or none. FAILED_PRECONDITION: OUT_OF_STOCK, RESERVATION_RELEASED.
   * INVALID_ARGUMENT: UNKNOWN_SKU. ALREADY_EXISTS: RESERVATION_MISMATCH (same order id, other lines).
   */
  Reserve(argument: _mesh_inventory_v1_ReserveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _mesh_inventory_v1_ReserveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_inventory_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _mesh_inventory_v1_ReserveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _mesh_inventory_v1_ReserveRequest, callback: grpc.requestCallback<_mesh_inventory_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Holds every line or none. FAILED_PRECONDITION: OUT_OF_STOCK, RESERVATION_RELEASED.
   * INVALID_ARGUMENT: UNKNOWN_SKU. ALREADY_EXISTS: RESERVATION_MISMATCH (same order id, other lines).
   */
  reserve(argument: _mesh_inventory_v1_ReserveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  reserve(argument: _mesh_inventory_v1_ReserveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_inventory_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  reserve(argument: _mesh_inventory_v1_ReserveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  reserve(argument: _mesh_inventory_v1_ReserveRequest, callback: grpc.requestCallback<_mesh_inventory_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Raises total and available. A request id counts once. INVALID_ARGUMENT: UNKNOWN_SKU.
   * ALREADY_EXISTS: RESTOCK_MISMATCH (same request id, other body). OUT_OF_RANGE: STOCK_LIMIT.
   */
  Restock(argument: _mesh_inventory_v1_RestockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_RestockResponse__Output>): grpc.ClientUnaryCall;
  Restock(argument: _mesh_inventory_v1_RestockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_inventory_v1_RestockResponse__Output>): grpc.ClientUnaryCall;
  Restock(argument: _mesh_inventory_v1_RestockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_RestockResponse__Output>): grpc.ClientUnaryCall;
  Restock(argument: _mesh_inventory_v1_RestockRequest, callback: grpc.requestCallback<_mesh_inventory_v1_RestockResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Raises total and available. A request id counts once. INVALID_ARGUMENT: UNKNOWN_SKU.
   * ALREADY_EXISTS: RESTOCK_MISMATCH (same request id, other body). OUT_OF_RANGE: STOCK_LIMIT.
   */
  restock(argument: _mesh_inventory_v1_RestockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_RestockResponse__Output>): grpc.ClientUnaryCall;
  restock(argument: _mesh_inventory_v1_RestockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_inventory_v1_RestockResponse__Output>): grpc.ClientUnaryCall;
  restock(argument: _mesh_inventory_v1_RestockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_inventory_v1_RestockResponse__Output>): grpc.ClientUnaryCall;
  restock(argument: _mesh_inventory_v1_RestockRequest, callback: grpc.requestCallback<_mesh_inventory_v1_RestockResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The stock as it is now, one message a SKU, then every change that any process makes.
   * Changes of one SKU that follow each other within 200 ms may arrive as one.
   */
  WatchStock(argument: _mesh_inventory_v1_WatchStockRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_mesh_inventory_v1_WatchStockResponse__Output>;
  WatchStock(argument: _mesh_inventory_v1_WatchStockRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_mesh_inventory_v1_WatchStockResponse__Output>;
  /**
   * The stock as it is now, one message a SKU, then every change that any process makes.
   * Changes of one SKU that follow each other within 200 ms may arrive as one.
   */
  watchStock(argument: _mesh_inventory_v1_WatchStockRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_mesh_inventory_v1_WatchStockResponse__Output>;
  watchStock(argument: _mesh_inventory_v1_WatchStockRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_mesh_inventory_v1_WatchStockResponse__Output>;
  
}

/**
 * The truth about stock. Reserve, Commit and Release are idempotent and keyed by the order id:
 * a repeated call answers what the first one did, a refusal included.
 */
export interface InventoryServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * HELD becomes COMMITTED. NOT_FOUND: RESERVATION_NOT_FOUND.
   * FAILED_PRECONDITION: RESERVATION_RELEASED, or the refusal that Reserve recorded.
   */
  Commit: grpc.handleUnaryCall<_mesh_inventory_v1_CommitRequest__Output, _mesh_inventory_v1_CommitResponse>;
  
  /**
   * Reservations by order id, newest first.
   */
  ListReservations: grpc.handleUnaryCall<_mesh_inventory_v1_ListReservationsRequest__Output, _mesh_inventory_v1_ListReservationsResponse>;
  
  /**
   * Products with their stock, by SKU.
   */
  ListStock: grpc.handleUnaryCall<_mesh_inventory_v1_ListStockRequest__Output, _mesh_inventory_v1_ListStockResponse>;
  
  /**
   * HELD or COMMITTED becomes RELEASED and the stock is given back, once. Without a reservation a
   * tombstone is left, so that a late Reserve is refused.
   */
  Release: grpc.handleUnaryCall<_mesh_inventory_v1_ReleaseRequest__Output, _mesh_inventory_v1_ReleaseResponse>;
  
  /**
   * Holds every line or none. FAILED_PRECONDITION: OUT_OF_STOCK, RESERVATION_RELEASED.
   * INVALID_ARGUMENT: UNKNOWN_SKU. ALREADY_EXISTS: RESERVATION_MISMATCH (same order id, other lines).
   */
  Reserve: grpc.handleUnaryCall<_mesh_inventory_v1_ReserveRequest__Output, _mesh_inventory_v1_ReserveResponse>;
  
  /**
   * Raises total and available. A request id counts once. INVALID_ARGUMENT: UNKNOWN_SKU.
   * ALREADY_EXISTS: RESTOCK_MISMATCH (same request id, other body). OUT_OF_RANGE: STOCK_LIMIT.
   */
  Restock: grpc.handleUnaryCall<_mesh_inventory_v1_RestockRequest__Output, _mesh_inventory_v1_RestockResponse>;
  
  /**
   * The stock as it is now, one message a SKU, then every change that any process makes.
   * Changes of one SKU that follow each other within 200 ms may arrive as one.
   */
  WatchStock: grpc.handleServerStreamingCall<_mesh_inventory_v1_WatchStockRequest__Output, _mesh_inventory_v1_WatchStockResponse>;
  
}

export interface InventoryServiceDefinition extends grpc.ServiceDefinition {
  Commit: MethodDefinition<_mesh_inventory_v1_CommitRequest, _mesh_inventory_v1_CommitResponse, _mesh_inventory_v1_CommitRequest__Output, _mesh_inventory_v1_CommitResponse__Output>
  ListReservations: MethodDefinition<_mesh_inventory_v1_ListReservationsRequest, _mesh_inventory_v1_ListReservationsResponse, _mesh_inventory_v1_ListReservationsRequest__Output, _mesh_inventory_v1_ListReservationsResponse__Output>
  ListStock: MethodDefinition<_mesh_inventory_v1_ListStockRequest, _mesh_inventory_v1_ListStockResponse, _mesh_inventory_v1_ListStockRequest__Output, _mesh_inventory_v1_ListStockResponse__Output>
  Release: MethodDefinition<_mesh_inventory_v1_ReleaseRequest, _mesh_inventory_v1_ReleaseResponse, _mesh_inventory_v1_ReleaseRequest__Output, _mesh_inventory_v1_ReleaseResponse__Output>
  Reserve: MethodDefinition<_mesh_inventory_v1_ReserveRequest, _mesh_inventory_v1_ReserveResponse, _mesh_inventory_v1_ReserveRequest__Output, _mesh_inventory_v1_ReserveResponse__Output>
  Restock: MethodDefinition<_mesh_inventory_v1_RestockRequest, _mesh_inventory_v1_RestockResponse, _mesh_inventory_v1_RestockRequest__Output, _mesh_inventory_v1_RestockResponse__Output>
  WatchStock: MethodDefinition<_mesh_inventory_v1_WatchStockRequest, _mesh_inventory_v1_WatchStockResponse, _mesh_inventory_v1_WatchStockRequest__Output, _mesh_inventory_v1_WatchStockResponse__Output>
}
