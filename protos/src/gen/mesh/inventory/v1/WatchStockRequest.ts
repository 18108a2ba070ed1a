// Original file: mesh/inventory/v1/inventory.proto


export interface WatchStockRequest {
  /**
   * Only these SKUs, at most 100; empty for all.
   */
  'skus'?: (string)[];
}

export interface WatchStockRequest__Output {
  /**
   * Only these SKUs, at most 100; empty for all.
   */
  'skus': (string)[];
}
