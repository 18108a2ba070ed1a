import { intervalOf } from '../../report/interval-of.ts';
import { markdownTable } from '../../report/markdown-table.ts';
import { ALL } from '../replay/replay-configurations.ts';
import type { Replay, ReplayRow } from '../replay/replay-row.ts';
import { deviation, percent } from './percent.ts';

const HEAD = [
  'policy',
  'CPU ms/request',
  'CPU ratio',
  '95 % interval',
  'bytes/request exported',
  'collector CPU ms/request',
  'collector MB',
  'bytes/request stored',
  'traces kept',
  'failed kept',
  'spans of a failed one',
  'slow kept',
  'count error',
];

/** What each policy costs, and what of the replay it kept. */
export function costTable({ rows, missing }: Replay): string {
  const all = rows.find(({ name }) => name === ALL);
  const cells = rows.map((row) => [`\`${row.name}\``, ...costCells(row, all), ...keptCells(row)]);
  const tail = missing === undefined ? [] : [['`tail`', missing, ...HEAD.slice(2).map(() => '–')]];
  return markdownTable(HEAD, [...cells, ...tail]);
}

/** @param all whose services export what those in front of a collector do */
function costCells(row: ReplayRow, all: ReplayRow | undefined): string[] {
  const { cpuMillis, cpuRatio, collector } = row;
  return [
    cpuMillis.value.toFixed(2),
    cpuRatio.value.toFixed(2),
    intervalOf(cpuRatio),
    bytesOf(collector && all ? all : row),
    collector?.cpuMillis.toFixed(2) ?? '–',
    collector?.megabytes.toFixed(0) ?? '–',
    bytesOf(row),
  ];
}

function keptCells({ arrived, placed, failed, slow }: ReplayRow): string[] {
  return [
    percent(arrived.requests / placed),
    percent(arrived.failed / failed),
    arrived.failed === 0 ? '–' : (arrived.failedSpans / arrived.failed).toFixed(2),
    percent(arrived.slow / slow),
    arrived.requests === 0 ? '–' : deviation(arrived.scaled / placed - 1),
  ];
}

function bytesOf({ arrived, placed }: ReplayRow): string {
  return (arrived.bytes / placed).toFixed(0);
}
