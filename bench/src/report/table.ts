import type { Counts } from '../sink/tally.ts';
import type { Median } from './median.ts';
import type { Row } from './row.ts';

const HEAD = [
  'configuration',
  '',
  'CPU ratio',
  '95 % interval',
  'RPS ratio',
  'CPU ms/request',
  'spans received',
  'log records received',
];

/** A Markdown table whose columns stand in line, so that it can be read as it is. */
export function tableOf(rows: readonly Row[], counts: Counts): string {
  const cells = rows.map(({ configuration: { name, title }, cpuRatio, rateRatio, cpuMillis }) => [
    `\`${name}\``,
    title,
    cpuRatio.value.toFixed(2),
    intervalOf(cpuRatio),
    rateRatio.value.toFixed(2),
    cpuMillis.value.toFixed(2),
    String(counts[name]?.spans ?? 0),
    String(counts[name]?.logRecords ?? 0),
  ]);
  const widths = HEAD.map((head, column) =>
    Math.max(3, head.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(HEAD), rule, ...cells.map(line)].join('\n');
}

function intervalOf({ interval }: Median): string {
  return interval ? interval.map((end) => end.toFixed(2)).join('–') : '';
}
