// Original file: mesh/inventory/v1/inventory.proto

import type { Stock as _mesh_inventory_v1_Stock, Stock__Output as _mesh_inventory_v1_Stock__Output } from '../../../mesh/inventory/v1/Stock.ts';

export interface ListStockResponse {
  'stock'?: (_mesh_inventory_v1_Stock)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken'?: (string);
}

export interface ListStockResponse__Output {
  'stock': (_mesh_inventory_v1_Stock__Output)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken': (string);
}
