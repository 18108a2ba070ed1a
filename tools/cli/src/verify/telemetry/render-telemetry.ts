import type { Terminal } from '../../terminal/terminal.ts';
import { renderFindings } from '../render-findings.ts';
import { renderRules } from '../render-rules.ts';
import { telemetryRules } from './rules/telemetry-rules.ts';
import type { TelemetryReport } from './telemetry-report.ts';
import { totalsOf } from './totals.ts';

/** The report as text: what was checked, each rule, each thing that is wrong on its own line, and the totals. */
export function renderTelemetry(report: TelemetryReport, paint: Terminal['paint']): string {
  const { findings } = report;
  const style = findings.length === 0 ? 'green' : 'red';
  return [
    ...checkedRows(report),
    '',
    ...renderRules(telemetryRules, findings, paint),
    '',
    ...renderFindings(findings, paint),
    ...totalRows(report).map((row) => paint(style, row)),
    '',
  ].join('\n');
}

function checkedRows({ window, checked }: TelemetryReport): string[] {
  const since = new Date(window.fromMs).toISOString().replace(/T(.*)\..*/, ' $1Z');
  const { orders, traces, unsampled, spans, lines, finishedElsewhere } = checked;
  return [
    `Checked ${orders} orders since ${since}: ${traces} traces, ${spans} spans, ${lines} log lines.`,
    ...(unsampled > 0 ? [`${unsampled} traces were not kept: of these only lines can be checked.`] : []),
    ...(finishedElsewhere > 0
      ? [`${finishedElsewhere} were confirmed by another request than the one that created them.`]
      : []),
  ];
}

function totalRows({ findings }: TelemetryReport): string[] {
  const { missing, duplicates, orphans } = totalsOf(findings);
  return (['spans', 'lines'] as const).map((of) => {
    return `${of}: ${missing[of]} missing, ${duplicates[of]} duplicates, ${orphans[of]} orphans`;
  });
}
