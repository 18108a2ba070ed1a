// Original file: mesh/inventory/v1/inventory.proto


export interface ListReservationsRequest {
  /**
   * 1 to 100; 100 when absent.
   */
  'pageSize'?: (number);
  'pageToken'?: (string);
  /**
   * Only these orders, at most 100; empty for all.
   */
  'orderIds'?: (string)[];
  '_pageSize'?: "pageSize";
}

export interface ListReservationsRequest__Output {
  /**
   * 1 to 100; 100 when absent.
   */
  'pageSize'?: (number);
  'pageToken': (string);
  /**
   * Only these orders, at most 100; empty for all.
   */
  'orderIds': (string)[];
  '_pageSize'?: "pageSize";
}
