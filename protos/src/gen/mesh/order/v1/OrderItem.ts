// Original file: mesh/order/v1/order.proto

import type { Long } from '@grpc/proto-loader';

export interface OrderItem {
  'sku'?: (string);
  'quantity'?: (number);
  /**
   * The unit price that the reservation fixed, in minor units; 0 until CONFIRMED.
   */
  'priceMinor'?: (number | string | Long);
}

export interface OrderItem__Output {
  'sku': (string);
  'quantity': (number);
  /**
   * The unit price that the reservation fixed, in minor units; 0 until CONFIRMED.
   */
  'priceMinor': (string);
}
