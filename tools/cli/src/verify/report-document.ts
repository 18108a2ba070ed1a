import { rulesFor } from './rules/rules.ts';
import type { Report } from './verify.ts';

/** The report as `--json` prints it; its shape is in the help of the command. */
export function reportDocument({ checked, violations }: Report, hasLedger: boolean): object {
  const broken = Map.groupBy(violations, ({ rule }) => rule);
  const rules = rulesFor(hasLedger).map(({ name, sentence }) => {
    return { name, sentence, violations: broken.get(name)?.length ?? 0 };
  });
  return { holds: violations.length === 0, checked, rules, violations };
}
