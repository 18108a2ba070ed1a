import type { Finding } from '../finding.ts';
import { telemetryRules } from './rules/telemetry-rules.ts';

/** How many spans and lines are missing, duplicate or orphan. */
export type Totals = Readonly<
  Record<'missing' | 'duplicates' | 'orphans', { readonly spans: number; readonly lines: number }>
>;

export function totalsOf(findings: readonly Finding[]): Totals {
  const totals = {
    missing: { spans: 0, lines: 0 },
    duplicates: { spans: 0, lines: 0 },
    orphans: { spans: 0, lines: 0 },
  };
  const rules = new Map(telemetryRules.map((rule) => [rule.name, rule]));
  for (const { rule: name } of findings) {
    const rule = rules.get(name);
    if (rule) totals[rule.counts][rule.of] += 1;
  }
  return totals;
}
