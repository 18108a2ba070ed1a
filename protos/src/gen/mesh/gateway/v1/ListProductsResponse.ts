// Original file: mesh/gateway/v1/gateway.proto

import type { Product as _mesh_gateway_v1_Product, Product__Output as _mesh_gateway_v1_Product__Output } from '../../../mesh/gateway/v1/Product.ts';

export interface ListProductsResponse {
  'products'?: (_mesh_gateway_v1_Product)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken'?: (string);
}

export interface ListProductsResponse__Output {
  'products': (_mesh_gateway_v1_Product__Output)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken': (string);
}
