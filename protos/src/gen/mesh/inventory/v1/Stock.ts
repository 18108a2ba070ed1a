// Original file: mesh/inventory/v1/inventory.proto

import type { Long } from '@grpc/proto-loader';

export interface Stock {
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
  /**
   * total = available + held + committed.
   */
  'total'?: (number);
  'available'?: (number);
  'held'?: (number);
  'committed'?: (number);
}

export interface Stock__Output {
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
  /**
   * total = available + held + committed.
   */
  'total': (number);
  'available': (number);
  'held': (number);
  'committed': (number);
}
