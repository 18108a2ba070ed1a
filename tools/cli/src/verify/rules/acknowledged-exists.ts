import type { OrderFacts } from '../order-facts.ts';
import type { Rule } from './rule.ts';

export const acknowledgedExists: Rule<OrderFacts> = {
  name: 'acknowledged-exists',
  sentence: 'An order that a client was told about exists, under the same key.',
  check({ order, acknowledged }) {
    if (acknowledged.length === 0) return undefined;
    if (!order) return `a client was told about it (key ${acknowledged[0]?.key}), but there is no such order`;
    const other = acknowledged.find(({ key, customerId = order.customerId }) => {
      return key !== order.idempotencyKey || customerId !== order.customerId;
    });
    return (
      other &&
      `a client got it for key ${nameKey(other)}, it has key ${nameKey({ ...order, key: order.idempotencyKey })}`
    );
  },
};

function nameKey({ key, customerId }: { key: string; customerId?: string | undefined }): string {
  return customerId === undefined ? key : `${key} of customer ${customerId}`;
}
