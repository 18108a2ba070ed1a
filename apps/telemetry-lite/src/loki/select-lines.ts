import type { LogQuery } from '../logql/parse-query.ts';
import type { Labels, LogLine } from '../logs/log-line.ts';
import type { TimeRange } from './time-range.ts';

export interface LineQuery extends TimeRange, LogQuery {
  limit: number;
  direction: 'forward' | 'backward';
}

/** The lines that fulfil the query, oldest (forward) or newest (backward) first, at most the query's limit. */
export function selectLines(lines: Iterable<LogLine>, query: LineQuery): LogLine[] {
  const order = query.direction === 'forward' ? 1 : -1;
  return Iterator.from(lines)
    .filter((line) => line.time >= query.start && line.time < query.end && fulfils(line, query))
    .toArray()
    .sort((a, b) => order * Number(a.time - b.time))
    .slice(0, query.limit);
}

function fulfils({ line, stream, metadata }: LogLine, { selector, filters }: LogQuery): boolean {
  return (
    selector.every(({ name, matches }) => matches(labelValue(stream, name))) &&
    filters.every((filter) =>
      filter.on === 'line'
        ? filter.matches(line)
        : filter.matches(labelValue(stream, filter.name) || labelValue(metadata, filter.name)),
    )
  );
}

/** A label's value; '' for one that is not there. */
function labelValue(labels: Labels, name: string): string {
  return labels.find(([each]) => each === name)?.[1] ?? '';
}
