import { printable } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Finding } from './finding.ts';
import { rulesFor } from './rules/rules.ts';
import type { Report } from './verify.ts';

/** More lines than these nobody reads; `--json` has them all. */
const maxLines = 1000;
const nameWidth = 25;

/** The report as text: what was checked, each rule, then each violation on its own line. */
export function renderReport(report: Report, hasLedger: boolean, paint: Terminal['paint']): string {
  const { violations } = report;
  const broken = Map.groupBy(violations, ({ rule }) => rule);
  const rules = rulesFor(hasLedger).map(({ name, sentence }) => {
    const mark = broken.has(name) ? paint('red', '✗') : paint('green', '✓');
    return `${mark} ${name.padEnd(nameWidth)} ${paint('dim', sentence)}`;
  });
  const lines = violations.slice(0, maxLines).map((violation) => renderViolation(violation, paint));
  const more = violations.length - lines.length;
  return [
    `Checked ${checkedText(report, hasLedger)}.`,
    '',
    ...rules,
    '',
    ...lines,
    ...(more > 0 ? [`… ${more} more violations; --json has them all.`] : []),
    violations.length === 0
      ? paint('green', `All ${rules.length} rules hold.`)
      : paint('red', `${violations.length} ${violations.length === 1 ? 'violation' : 'violations'}.`),
    '',
  ].join('\n');
}

function renderViolation({ rule, subject, problem }: Finding, paint: Terminal['paint']): string {
  return `${paint('red', `✗ ${rule}`)}  ${printable(subject)}: ${printable(problem)}`;
}

function checkedText({ checked }: Report, hasLedger: boolean): string {
  const parts = [`${checked.orders} orders`, `${checked.reservations} reservations`, `${checked.skus} SKUs`];
  return [...parts, ...(hasLedger ? [`${checked.acknowledged} acknowledged orders`] : [])].join(', ');
}
