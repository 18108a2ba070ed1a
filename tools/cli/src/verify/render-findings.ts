import { printable } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Finding } from './finding.ts';

/** More lines than these nobody reads; `--json` has them all. */
const maxLines = 1000;

/** Each finding on a line of its own, and how many were left out. */
export function renderFindings(findings: readonly Finding[], paint: Terminal['paint']): string[] {
  const rows = findings.slice(0, maxLines).map(({ rule, subject, problem }) => {
    return `${paint('red', `✗ ${rule}`)}  ${printable(subject)}: ${printable(problem)}`;
  });
  const more = findings.length - rows.length;
  return more > 0 ? [...rows, `… ${more} more; --json has them all.`] : rows;
}
