// Original file: mesh/inventory/v1/inventory.proto

import type { Reservation as _mesh_inventory_v1_Reservation, Reservation__Output as _mesh_inventory_v1_Reservation__Output } from '../../../mesh/inventory/v1/Reservation.ts';

export interface ListReservationsResponse {
  'reservations'?: (_mesh_inventory_v1_Reservation)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken'?: (string);
}

export interface ListReservationsResponse__Output {
  'reservations': (_mesh_inventory_v1_Reservation__Output)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken': (string);
}
