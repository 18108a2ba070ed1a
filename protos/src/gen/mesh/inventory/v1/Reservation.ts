// Original file: mesh/inventory/v1/inventory.proto

import type { ReservationStatus as _mesh_inventory_v1_ReservationStatus, ReservationStatus__Output as _mesh_inventory_v1_ReservationStatus__Output } from '../../../mesh/inventory/v1/ReservationStatus.ts';
import type { ReservedLine as _mesh_inventory_v1_ReservedLine, ReservedLine__Output as _mesh_inventory_v1_ReservedLine__Output } from '../../../mesh/inventory/v1/ReservedLine.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface Reservation {
  'orderId'?: (string);
  'status'?: (_mesh_inventory_v1_ReservationStatus);
  'lines'?: (_mesh_inventory_v1_ReservedLine)[];
  /**
   * ISO 4217.
   */
  'currency'?: (string);
  'createTime'?: (_google_protobuf_Timestamp | null);
  /**
   * When a HELD reservation is released unless it was committed before.
   */
  'expireTime'?: (_google_protobuf_Timestamp | null);
}

export interface Reservation__Output {
  'orderId': (string);
  'status': (_mesh_inventory_v1_ReservationStatus__Output);
  'lines': (_mesh_inventory_v1_ReservedLine__Output)[];
  /**
   * ISO 4217.
   */
  'currency': (string);
  'createTime': (_google_protobuf_Timestamp__Output | null);
  /**
   * When a HELD reservation is released unless it was committed before.
   */
  'expireTime': (_google_protobuf_Timestamp__Output | null);
}
