import type { Ledger } from './ledger.ts';
import type { KeyAnswers } from './rules/acknowledged-once.ts';

/** The ledger by key instead of by order: which orders clients were told for each key. */
export function acknowledgedAnswers(ledger: Ledger): readonly KeyAnswers[] {
  const answers = new Map<string, { key: string; customerId?: string | undefined; ids: Set<string> }>();
  for (const [id, told] of ledger) {
    for (const { key, customerId } of told) {
      const name = JSON.stringify([key, customerId]);
      const answer = answers.get(name) ?? { key, customerId, ids: new Set() };
      answers.set(name, answer);
      answer.ids.add(id);
    }
  }
  return [...answers.values()].map(({ ids, ...answer }) => ({ ...answer, orderIds: [...ids] }));
}
