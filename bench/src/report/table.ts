import type { Counts } from '../sink/tally.ts';
import { intervalOf } from './interval-of.ts';
import { markdownTable } from './markdown-table.ts';
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
  return markdownTable(HEAD, cells);
}
