import type { OrderIntent } from '../domain/order.ts';

/** An order of two mugs and a vase, but for what is said otherwise. */
export function intent(different: Partial<OrderIntent> = {}): OrderIntent {
  const items = [
    { sku: 'MUG', quantity: 2 },
    { sku: 'VASE', quantity: 1 },
  ];
  const ids = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };
  return { customerId: 'c-1', idempotencyKey: 'k-1', ...ids, items, ...different };
}
