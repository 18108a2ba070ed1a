// Original file: mesh/inventory/v1/inventory.proto

import type { Reservation as _mesh_inventory_v1_Reservation, Reservation__Output as _mesh_inventory_v1_Reservation__Output } from '../../../mesh/inventory/v1/Reservation.ts';

export interface ReleaseResponse {
  'reservation'?: (_mesh_inventory_v1_Reservation | null);
}

export interface ReleaseResponse__Output {
  'reservation': (_mesh_inventory_v1_Reservation__Output | null);
}
