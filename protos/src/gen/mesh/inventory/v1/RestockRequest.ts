// Original file: mesh/inventory/v1/inventory.proto


export interface RestockRequest {
  /**
   * 1 to 255 printable ASCII characters.
   */
  'requestId'?: (string);
  'sku'?: (string);
  /**
   * 1 to 1 000 000.
   */
  'quantity'?: (number);
}

export interface RestockRequest__Output {
  /**
   * 1 to 255 printable ASCII characters.
   */
  'requestId': (string);
  'sku': (string);
  /**
   * 1 to 1 000 000.
   */
  'quantity': (number);
}
