import type { Terminal } from '../terminal/terminal.ts';
import { renderFindings } from './render-findings.ts';
import { renderRules } from './render-rules.ts';
import { rulesFor } from './rules/rules.ts';
import type { Report } from './verify.ts';

/** The report as text: what was checked, each rule, then each violation on its own line. */
export function renderReport(report: Report, hasLedger: boolean, paint: Terminal['paint']): string {
  const { violations } = report;
  const rules = rulesFor(hasLedger);
  return [
    `Checked ${checkedText(report, hasLedger)}.`,
    '',
    ...renderRules(rules, violations, paint),
    '',
    ...renderFindings(violations, paint),
    violations.length === 0
      ? paint('green', `All ${rules.length} rules hold.`)
      : paint('red', `${violations.length} ${violations.length === 1 ? 'violation' : 'violations'}.`),
    '',
  ].join('\n');
}

function checkedText({ checked }: Report, hasLedger: boolean): string {
  const parts = [`${checked.orders} orders`, `${checked.reservations} reservations`, `${checked.skus} SKUs`];
  return [...parts, ...(hasLedger ? [`${checked.acknowledged} acknowledged orders`] : [])].join(', ');
}
