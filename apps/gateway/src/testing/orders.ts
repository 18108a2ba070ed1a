import type { Order } from '@mesh/protos/gen/mesh/order/v1/Order';

/** An order as the order service answers it, but for what is said otherwise. */
export function orderOf(different: Partial<Order> = {}): Order {
  return {
    id: '0197fbd2-6d2c-7a3e-9f00-0123456789ab',
    status: 'ORDER_STATUS_CONFIRMED',
    customerId: 'c-1',
    items: [{ sku: 'SKU-0001', quantity: 2, priceMinor: '9007199254740993' }],
    totalMinor: '18014398509481986',
    currency: 'EUR',
    traceId: 'a'.repeat(32),
    createTime: { seconds: '1767323045', nanos: 678_000_000 },
    idempotencyKey: 'k-1',
    ...different,
  };
}
