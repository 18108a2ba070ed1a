import type { LogLine } from '../../../trace/log-line.ts';

/** What a server writes when a call or a request has ended, and at no other time. */
const completions = new Set(['call finished', 'call ended before its handler', 'request finished']);

/** The completion lines by the span that they end; one of no span ends none. */
export function completionsOf(lines: readonly LogLine[]): ReadonlyMap<string | null, readonly LogLine[]> {
  return Map.groupBy(
    lines.filter(({ message, spanId }) => spanId !== null && completions.has(message)),
    ({ spanId }) => spanId,
  );
}
