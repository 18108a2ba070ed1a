import type { Rule } from './rules/rule.ts';

/** A rule that did not hold for something at the moment when it was looked at. */
export interface Finding {
  readonly rule: string;
  /** E.g. `order 0198…`, `SKU-0007`. Not safe to print. */
  readonly subject: string;
  readonly problem: string;
}

/** What `subject` breaks of `rules`. */
export function findingsOf<Subject>(
  rules: readonly Rule<Subject>[],
  name: string,
  subject: Subject,
): readonly Finding[] {
  return rules.flatMap(({ name: rule, check }) => {
    const problem = check(subject);
    return problem === undefined ? [] : [{ rule, subject: name, problem }];
  });
}
