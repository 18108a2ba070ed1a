import type { LogLine } from './log-line.ts';
import type { Span } from './span.ts';

/** From the first sign of a trace to its last, in epoch nanoseconds; undefined where there is none. */
export function timeRange(
  spans: readonly Span[],
  lines: readonly LogLine[] = [],
): { startNs: bigint; endNs: bigint } | undefined {
  const [first, ...more] = [
    ...spans.map(({ startNs, endNs }) => ({ startNs, endNs })),
    ...lines.map(({ timeNs }) => ({ startNs: timeNs, endNs: timeNs })),
  ];
  if (!first) return undefined;
  return more.reduce(
    (range, { startNs, endNs }) => ({
      startNs: startNs < range.startNs ? startNs : range.startNs,
      endNs: endNs > range.endNs ? endNs : range.endNs,
    }),
    first,
  );
}
