import type { Labels, LogLine } from '../logs/log-line.ts';
import type { TimeRange } from './time-range.ts';

/** The names of the index labels of all streams with a line in the time range, sorted. */
export function labelNames(lines: Iterable<LogLine>, range: TimeRange): string[] {
  return distinct(lines, range, (stream) => stream.map(([name]) => name));
}

/** The values that one index label has in the time range, sorted. */
export function labelValues(lines: Iterable<LogLine>, range: TimeRange, label: string): string[] {
  return distinct(lines, range, (stream) =>
    stream.flatMap(([name, value]) => (name === label ? [value] : [])),
  );
}

function distinct(lines: Iterable<LogLine>, range: TimeRange, pick: (stream: Labels) => string[]): string[] {
  const found = Iterator.from(lines)
    .filter(({ time }) => time >= range.start && time < range.end)
    .flatMap(({ stream }) => pick(stream));
  return [...new Set(found)].sort();
}
