// Original file: mesh/inventory/v1/inventory.proto

export const ReservationStatus = {
  RESERVATION_STATUS_UNSPECIFIED: 'RESERVATION_STATUS_UNSPECIFIED',
  /**
   * Taken out of available until expire_time.
   */
  RESERVATION_STATUS_HELD: 'RESERVATION_STATUS_HELD',
  RESERVATION_STATUS_COMMITTED: 'RESERVATION_STATUS_COMMITTED',
  /**
   * Given back, or never held (a tombstone has no lines).
   */
  RESERVATION_STATUS_RELEASED: 'RESERVATION_STATUS_RELEASED',
  /**
   * Refused by Reserve; nothing was taken.
   */
  RESERVATION_STATUS_REJECTED: 'RESERVATION_STATUS_REJECTED',
} as const;

export type ReservationStatus =
  | 'RESERVATION_STATUS_UNSPECIFIED'
  | 0
  /**
   * Taken out of available until expire_time.
   */
  | 'RESERVATION_STATUS_HELD'
  | 1
  | 'RESERVATION_STATUS_COMMITTED'
  | 2
  /**
   * Given back, or never held (a tombstone has no lines).
   */
  | 'RESERVATION_STATUS_RELEASED'
  | 3
  /**
   * Refused by Reserve; nothing was taken.
   */
  | 'RESERVATION_STATUS_REJECTED'
  | 4

export type ReservationStatus__Output = typeof ReservationStatus[keyof typeof ReservationStatus]
