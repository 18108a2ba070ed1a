// Original file: mesh/inventory/v1/inventory.proto

import type { Stock as _mesh_inventory_v1_Stock, Stock__Output as _mesh_inventory_v1_Stock__Output } from '../../../mesh/inventory/v1/Stock.ts';

export interface WatchStockResponse {
  'stock'?: (_mesh_inventory_v1_Stock | null);
}

export interface WatchStockResponse__Output {
  'stock': (_mesh_inventory_v1_Stock__Output | null);
}
