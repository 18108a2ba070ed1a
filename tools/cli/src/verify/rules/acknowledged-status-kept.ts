import type { OrderFacts } from '../order-facts.ts';
import { orderStatus } from '../status-words.ts';
import type { Rule } from './rule.ts';

/** What an order may have become since a client saw it; a client never sees PENDING as an outcome. */
const successors: Readonly<Record<string, readonly string[]>> = {
  PENDING: ['PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED'],
  CONFIRMED: ['CONFIRMED', 'CANCELLED'],
  REJECTED: ['REJECTED'],
  CANCELLED: ['CANCELLED'],
};

export const acknowledgedStatusKept: Rule<OrderFacts> = {
  name: 'acknowledged-status-kept',
  sentence: 'An order is as a client was told, or CANCELLED since.',
  check({ order, acknowledged }) {
    if (!order) return undefined;
    const status = orderStatus(order);
    const broken = acknowledged.find((seen) => !successors[seen.status]?.includes(status));
    return broken && `a client was told ${broken.status}, it is ${status}`;
  },
};
