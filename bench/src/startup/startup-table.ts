import { intervalOf } from '../report/interval-of.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { medianOf } from '../report/median.ts';
import type { Start } from './measure-start.ts';
import { VARIANTS } from './variant.ts';

const HEAD = [
  'variant',
  '',
  'ms to the first answer',
  'ratio',
  '95 % interval',
  'CPU ms',
  'CPU ratio',
  'MB more',
  'MB more after 2000 calls',
];

/** @param starts by the variant's name, a value for each round; ratios and differences are those of one round */
export function startupTable(starts: ReadonlyMap<string, readonly Start[]>): string {
  const base = starts.get(VARIANTS[0].name) ?? [];
  return markdownTable(
    HEAD,
    VARIANTS.map(({ name, title }) => [`\`${name}\``, title, ...figures(starts.get(name) ?? [], base)]),
  );
}

function figures(own: readonly Start[], base: readonly Start[]): string[] {
  const against = (figure: (start: Start, other: Start) => number) =>
    medianOf(own.flatMap((start, round) => (base[round] ? figure(start, base[round]) : [])));
  const ratio = against((start, other) => start.millis / other.millis);
  return [
    medianOf(own.map(({ millis }) => millis)).value.toFixed(0),
    ratio.value.toFixed(2),
    intervalOf(ratio),
    medianOf(own.map(({ cpuMillis }) => cpuMillis)).value.toFixed(0),
    against((start, other) => start.cpuMillis / other.cpuMillis).value.toFixed(2),
    against((start, other) => start.megabytes - other.megabytes).value.toFixed(1),
    against((start, other) => start.loadedMegabytes - other.loadedMegabytes).value.toFixed(1),
  ];
}
