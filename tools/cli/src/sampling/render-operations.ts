import { fit, fitRight, widthOf } from '../terminal/fit.ts';
import { printable } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { percent } from './describe-policy.ts';
import type { SamplingReport } from './sampling-report.ts';

const HEAD = ['rule', 'ratio now', 'kept', 'dropped', 'operation'];
/** A longer name of a rule is cut. */
const RULE = 14;

/**
 * A table of the operations, those with most requests first. Names come last and whole: with a rule's name of seven letters
 * `mesh.gateway.v1.GatewayService/ListProducts` just fits into 80 columns.
 */
export function renderOperations({ operations }: SamplingReport, paint: Terminal['paint']): string[] {
  if (operations.length === 0) return [];
  const sorted = operations.toSorted((a, b) => b.kept + b.dropped - a.kept - a.dropped);
  const cells = sorted.map(({ operation, rule, ratio, isBoosted, kept, dropped }) => [
    fit(printable(rule), RULE).trimEnd(),
    `${isBoosted ? '↑ ' : ''}${percent(ratio)}`,
    `${kept}`,
    `${dropped}`,
    printable(operation),
  ]);
  const table = [HEAD, ...cells];
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => widthOf(row[column] ?? ''))));
  return table.map((row, index) => {
    const line = row.map((cell, column) => align(cell, column, widths[column] ?? 0)).join('  ');
    return index === 0 ? paint('dim', `  ${line}`) : `  ${line}`;
  });
}

function align(cell: string, column: number, width: number): string {
  if (column === HEAD.length - 1) return cell;
  return column === 0 ? fit(cell, width) : fitRight(cell, width);
}
