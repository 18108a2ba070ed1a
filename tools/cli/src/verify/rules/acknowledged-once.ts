import { nameIds } from './name-ids.ts';
import type { Rule } from './rule.ts';

/** One key as clients saw it: the ids that they were told for it. */
export interface KeyAnswers {
  readonly key: string;
  readonly customerId?: string | undefined;
  readonly orderIds: readonly string[];
}

export const acknowledgedOnce: Rule<KeyAnswers> = {
  name: 'acknowledged-once',
  sentence: 'A client is told the same order each time it uses the same key.',
  check({ orderIds }) {
    return orderIds.length > 1 ? `was answered with the orders ${nameIds(orderIds)}` : undefined;
  },
};
