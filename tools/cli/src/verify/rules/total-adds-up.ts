import type { OrderFacts } from '../order-facts.ts';
import type { Rule } from './rule.ts';

export const totalAddsUp: Rule<OrderFacts> = {
  name: 'total-adds-up',
  sentence: "An order's total is the sum of quantity x price over its lines.",
  check({ order }) {
    if (!order) return undefined;
    const sum = order.items.reduce(
      (total, { quantity, priceMinor }) => total + BigInt(quantity) * BigInt(priceMinor),
      0n,
    );
    return BigInt(order.totalMinor) === sum
      ? undefined
      : `its total is ${order.totalMinor}, its lines add up to ${sum}`;
  },
};
