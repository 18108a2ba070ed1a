// Original file: mesh/inventory/v1/inventory.proto

import type { Long } from '@grpc/proto-loader';

export interface ReservedLine {
  'sku'?: (string);
  'quantity'?: (number);
  /**
   * The unit price at the moment of the reservation, in minor units.
   */
  'priceMinor'?: (number | string | Long);
}

export interface ReservedLine__Output {
  'sku': (string);
  'quantity': (number);
  /**
   * The unit price at the moment of the reservation, in minor units.
   */
  'priceMinor': (string);
}
