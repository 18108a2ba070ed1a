import type { Reservation__Output } from '@mesh/protos/gen/mesh/inventory/v1/Reservation';
import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';

/** An order's status without the prefix of the proto enum, e.g. `CONFIRMED`. */
export function orderStatus(order: Order__Output | undefined): string {
  return order?.status.replace(/^ORDER_STATUS_/, '') ?? 'absent';
}

/** A reservation's status without the prefix of the proto enum, e.g. `COMMITTED`. */
export function reservationStatus(reservation: Reservation__Output | undefined): string {
  return reservation?.status.replace(/^RESERVATION_STATUS_/, '') ?? 'absent';
}
