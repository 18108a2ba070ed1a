// Original file: mesh/inventory/v1/inventory.proto

import type { ReserveLine as _mesh_inventory_v1_ReserveLine, ReserveLine__Output as _mesh_inventory_v1_ReserveLine__Output } from '../../../mesh/inventory/v1/ReserveLine.ts';

export interface ReserveRequest {
  /**
   * A UUID.
   */
  'orderId'?: (string);
  /**
   * 1 to 100 lines, each SKU once.
   */
  'lines'?: (_mesh_inventory_v1_ReserveLine)[];
}

export interface ReserveRequest__Output {
  /**
   * A UUID.
   */
  'orderId': (string);
  /**
   * 1 to 100 lines, each SKU once.
   */
  'lines': (_mesh_inventory_v1_ReserveLine__Output)[];
}
