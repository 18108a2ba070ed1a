import type { Connection } from '../fixture/connect.ts';
import type { Order, OrderRequest } from '../fixture/messages.ts';
import type { Mesh } from './mesh.ts';

/** A caller from outside: it sends no trace context. */
export function createClient(gateway: Connection): Pick<Mesh, 'place' | 'placed'> {
  let placed = 0;
  return {
    async place() {
      const order = await gateway.call<Order>('PlaceOrder', orderRequest(placed++));
      if (order.status !== 'CONFIRMED') throw new Error(`An order was answered with "${order.status}".`);
    },
    placed: () => placed,
  };
}

function orderRequest(number: number): OrderRequest {
  return {
    idempotencyKey: `key-${number}`,
    customerId: `c-${number % 100}`,
    items: [
      { sku: 'SKU-0001', quantity: 2 },
      { sku: 'SKU-0002', quantity: 1 },
    ],
  };
}
