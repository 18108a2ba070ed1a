import type { OrderFacts } from '../order-facts.ts';
import { orderStatus } from '../status-words.ts';
import type { Rule } from './rule.ts';

const outcomes = new Set(['absent', 'CONFIRMED', 'REJECTED', 'CANCELLED']);

export const orderIsSettled: Rule<OrderFacts> = {
  name: 'order-is-settled',
  sentence: 'An order does not stay PENDING.',
  check({ order }) {
    const status = orderStatus(order);
    return outcomes.has(status) ? undefined : `it is still ${status}`;
  },
};
