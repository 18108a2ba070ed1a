// Original file: mesh/inventory/v1/inventory.proto

import type { StockView as _mesh_inventory_v1_StockView, StockView__Output as _mesh_inventory_v1_StockView__Output } from '../../../mesh/inventory/v1/StockView.ts';

export interface ListStockRequest {
  /**
   * 1 to 100; 100 when absent.
   */
  'pageSize'?: (number);
  /**
   * next_page_token of the page before; empty for the first page.
   */
  'pageToken'?: (string);
  /**
   * Only these SKUs, at most 100; empty for all.
   */
  'skus'?: (string)[];
  'view'?: (_mesh_inventory_v1_StockView);
  '_pageSize'?: "pageSize";
}

export interface ListStockRequest__Output {
  /**
   * 1 to 100; 100 when absent.
   */
  'pageSize'?: (number);
  /**
   * next_page_token of the page before; empty for the first page.
   */
  'pageToken': (string);
  /**
   * Only these SKUs, at most 100; empty for all.
   */
  'skus': (string)[];
  'view': (_mesh_inventory_v1_StockView__Output);
  '_pageSize'?: "pageSize";
}
