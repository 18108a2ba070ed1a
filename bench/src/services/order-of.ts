import type { Outgoing } from './send.ts';

/** The order with that number. Different products: all orders of one would wait for its row. */
export function orderOf(number: number): Outgoing {
  const sku = (offset: number) => `SKU-${String(((number + offset) % 90) + 1).padStart(4, '0')}`;
  const items = [
    { sku: sku(0), quantity: 2 },
    { sku: sku(1), quantity: 1 },
  ];
  return {
    method: 'POST',
    path: '/v1/orders',
    headers: { 'content-type': 'application/json', 'idempotency-key': `key-${number}` },
    body: JSON.stringify({ customerId: `c-${number % 100}`, items }),
  };
}
