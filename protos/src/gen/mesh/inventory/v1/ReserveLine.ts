// Original file: mesh/inventory/v1/inventory.proto


export interface ReserveLine {
  'sku'?: (string);
  /**
   * 1 to 10 000.
   */
  'quantity'?: (number);
}

export interface ReserveLine__Output {
  'sku': (string);
  /**
   * 1 to 10 000.
   */
  'quantity': (number);
}
