import type { LogLine } from '../log-line.ts';

/** Each line once, and the lines that are exact repeats of one of them. */
export interface DistinctLines {
  readonly lines: readonly LogLine[];
  readonly repeats: readonly LogLine[];
}

/**
 * A retry may deliver a line twice; a reader sees it once. A repeat is the same in everything: program, time to the
 * nanosecond, text, span and fields. Two lines of one program are never of the same time (`@mesh/tracing` sees to it).
 */
export function distinctLines(given: readonly LogLine[]): DistinctLines {
  const seen = new Set<string>();
  const repeats: LogLine[] = [];
  const lines = given.filter((line) => {
    const key = identity(line);
    const isNew = !seen.has(key);
    seen.add(key);
    if (!isNew) repeats.push(line);
    return isNew;
  });
  return { lines, repeats };
}

function identity({ timeNs, service, message, traceId, spanId, fields }: LogLine): string {
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([`${timeNs}`, service, message, traceId, spanId, sorted]);
}
