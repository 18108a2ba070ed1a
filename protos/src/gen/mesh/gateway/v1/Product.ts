// Original file: mesh/gateway/v1/gateway.proto

import type { Long } from '@grpc/proto-loader';

export interface Product {
  'sku'?: (string);
  'name'?: (string);
  /**
   * In the currency's minor unit (cents).
   */
  'priceMinor'?: (number | string | Long);
  /**
   * ISO 4217.
   */
  'currency'?: (string);
  'available'?: (number);
}

export interface Product__Output {
  'sku': (string);
  'name': (string);
  /**
   * In the currency's minor unit (cents).
   */
  'priceMinor': (string);
  /**
   * ISO 4217.
   */
  'currency': (string);
  'available': (number);
}
