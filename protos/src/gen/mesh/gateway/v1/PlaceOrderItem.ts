// Original file: mesh/gateway/v1/gateway.proto


export interface PlaceOrderItem {
  'sku'?: (string);
  /**
   * 1 to 10 000.
   */
  'quantity'?: (number);
}

export interface PlaceOrderItem__Output {
  'sku': (string);
  /**
   * 1 to 10 000.
   */
  'quantity': (number);
}
