import { intervalOf } from '../report/interval-of.ts';
import { markdownTable } from '../report/markdown-table.ts';
import type { CaptureFigures } from './capture-figures.ts';

const HEAD = ['CPU ratio on/off', '95 % interval', 'CPU µs/request on', 'off', 'requests/s'];

export function captureTable({ cpuRatio, on, off, requestsPerSecond }: CaptureFigures): string {
  const ends = cpuRatio.interval ? intervalOf(cpuRatio) : '';
  const micros = (millis: number) => (1000 * millis).toFixed(0);
  return markdownTable(HEAD, [
    [cpuRatio.value.toFixed(3), ends, micros(on.value), micros(off.value), requestsPerSecond.toFixed(0)],
  ]);
}
