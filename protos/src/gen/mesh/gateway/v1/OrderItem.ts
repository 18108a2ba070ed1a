// Original file: mesh/gateway/v1/gateway.proto

import type { Long } from '@grpc/proto-loader';

export interface OrderItem {
  'sku'?: (string);
  'quantity'?: (number);
  /**
   * Unit price in minor units; 0 until CONFIRMED.
   */
  'priceMinor'?: (number | string | Long);
}

export interface OrderItem__Output {
  'sku': (string);
  'quantity': (number);
  /**
   * Unit price in minor units; 0 until CONFIRMED.
   */
  'priceMinor': (string);
}
