// Original file: mesh/order/v1/order.proto


export interface CreateOrderItem {
  /**
   * 1 to 64 of A-Z a-z 0-9 . _ -
   */
  'sku'?: (string);
  /**
   * 1 to 10 000.
   */
  'quantity'?: (number);
}

export interface CreateOrderItem__Output {
  /**
   * 1 to 64 of A-Z a-z 0-9 . _ -
   */
  'sku': (string);
  /**
   * 1 to 10 000.
   */
  'quantity': (number);
}
