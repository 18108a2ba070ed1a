import type { OrderIntent } from '../domain/order.ts';

/** An order of two mugs and a vase, but for what is said otherwise. */
export function intent(different: Partial<OrderIntent> = {}): OrderIntent {
  const items = [
    { sku: 'MUG', quantity: 2 },
    { sku: 'VASE', quantity: 1 },
  ];
  return { customerId: 'c-1', idempotencyKey: 'k-1', traceId: 'a'.repeat(32), items, ...different };
}
