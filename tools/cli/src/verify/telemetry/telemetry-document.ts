import { telemetryRules } from './rules/telemetry-rules.ts';
import type { TelemetryReport } from './telemetry-report.ts';
import { totalsOf } from './totals.ts';

/** The report as `--json` prints it; its shape is in the help of the command. */
export function telemetryDocument({ window, checked, findings }: TelemetryReport): object {
  const found = Map.groupBy(findings, ({ rule }) => rule);
  return {
    whole: findings.length === 0,
    since: new Date(window.fromMs).toISOString(),
    until: new Date(window.toMs).toISOString(),
    checked,
    ...totalsOf(findings),
    rules: telemetryRules.map(({ name, sentence }) => ({
      name,
      sentence,
      found: found.get(name)?.length ?? 0,
    })),
    findings,
  };
}
