import type { Stock__Output } from '@mesh/protos/gen/mesh/inventory/v1/Stock';
import type { Rule } from './rule.ts';

export const stockAddsUp: Rule<Stock__Output> = {
  name: 'stock-adds-up',
  sentence: 'available + held + committed = total for every SKU, none below 0.',
  check({ total, available, held, committed }) {
    const addsUp = available + held + committed === total;
    if (addsUp && Math.min(available, held, committed) >= 0) return undefined;
    return `available ${available} + held ${held} + committed ${committed}, total ${total}`;
  },
};
