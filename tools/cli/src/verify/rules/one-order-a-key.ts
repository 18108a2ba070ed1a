import { nameIds } from './name-ids.ts';
import type { Rule } from './rule.ts';

/** One key of one customer, and the orders that were found under it. */
export interface KeyUse {
  readonly customerId: string;
  readonly key: string;
  readonly orderIds: readonly string[];
}

export const oneOrderAKey: Rule<KeyUse> = {
  name: 'one-order-a-key',
  sentence: 'A customer has one order for an idempotency key.',
  check({ orderIds }) {
    return orderIds.length > 1 ? `has the orders ${nameIds(orderIds)}` : undefined;
  },
};
