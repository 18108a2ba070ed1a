import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';
import { orderStatus } from './status-words.ts';

/** Adds what a CONFIRMED order has of each SKU. */
export function addSold(sold: Map<string, number>, order: Order__Output): void {
  if (orderStatus(order) !== 'CONFIRMED') return;
  for (const { sku, quantity } of order.items) sold.set(sku, (sold.get(sku) ?? 0) + quantity);
}
