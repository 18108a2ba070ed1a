import { keptBy } from './kept-by.ts';
import { toMs } from './milliseconds.ts';
import { notesOn } from './notes.ts';
import { buildSpanTree, depthFirst } from './span-tree.ts';
import { timeRange } from './time-range.ts';
import type { Trace } from './trace.ts';

/** The trace as `--json` prints it; its shape is in the help of the command. */
export function traceDocument(trace: Trace): object {
  const { traceId, orderId, spans, lines, links } = trace;
  const tree = buildSpanTree(spans);
  const reason = keptBy(spans);
  const startNs = (timeRange(spans) ?? timeRange([], lines))?.startNs ?? 0n;
  const time = (ns: bigint) => ({ unixNano: `${ns}`, atMs: toMs(ns - startNs) });
  return {
    traceId,
    ...(orderId !== undefined && { orderId }),
    ...(reason !== undefined && { keptBy: reason }),
    spans: [...depthFirst(tree)].map(({ startNs: from, endNs, ...span }) => ({
      ...span,
      startUnixNano: time(from).unixNano,
      atMs: time(from).atMs,
      durationMs: toMs(endNs - from),
    })),
    lines: lines.map(({ timeNs, traceId: _, ...line }) => ({
      ...line,
      timeUnixNano: time(timeNs).unixNano,
      atMs: time(timeNs).atMs,
    })),
    ...(links && { links }),
    notes: [...notesOn(trace, tree), ...trace.failures],
  };
}
