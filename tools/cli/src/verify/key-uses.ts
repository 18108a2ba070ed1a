import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';
import type { KeyUse } from './rules/one-order-a-key.ts';

/** Remembers which order has which key: two strings an order, and more only for a key that has two. */
export function collectKeys() {
  const first = new Map<string, string>();
  const reused = new Map<string, KeyUse & { orderIds: string[] }>();
  return {
    add({ customerId, idempotencyKey: key, id }: Order__Output): void {
      const name = JSON.stringify([customerId, key]);
      const known = first.get(name);
      if (known === undefined) first.set(name, id);
      else if (reused.has(name)) reused.get(name)?.orderIds.push(id);
      else reused.set(name, { customerId, key, orderIds: [known, id] });
    },
    /** Keys with more than one order. */
    reused: (): readonly KeyUse[] => [...reused.values()],
  };
}
