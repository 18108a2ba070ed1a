import type { Product } from '@mesh/protos/gen/mesh/gateway/v1/Product';
import type { Stock__Output } from '@mesh/protos/gen/mesh/inventory/v1/Stock';

export function toProduct({ sku, name, priceMinor, currency, available }: Stock__Output): Product {
  return { sku, name, priceMinor, currency, available };
}
