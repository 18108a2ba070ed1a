import { mapLimited } from '../../map-limited.ts';
import { distinctLines } from '../../trace/stores/distinct-lines.ts';
import type { LineStore } from '../../trace/stores/line-store.ts';
import { noSpans, type SpanStore } from '../../trace/stores/span-store.ts';
import { timeRange } from '../../trace/time-range.ts';
import { readAllLines } from './read-all-lines.ts';
import type { TraceFacts } from './trace-facts.ts';
import type { TracedOrder } from './traced-order.ts';

/** Where the telemetry is read. */
export interface Stores {
  readonly spans: SpanStore;
  readonly lines: LineStore;
}

/** A trace and the orders that its requests created. */
export interface OrderedTrace {
  readonly traceId: string;
  readonly orders: readonly TracedOrder[];
}

/** More at a time make neither Jaeger nor Zipkin faster on two cores. */
const readsAtOnce = 8;
/** How far from its order and its spans a line is looked for: further than any call lasts. */
const aroundMs = 60_000;

/**
 * Reads the stores for some traces: the spans of each, the lines of all in one question.
 * @throws {BackEndError}
 */
export async function readFacts({ spans, lines }: Stores, traces: readonly OrderedTrace[]) {
  const readSpans = await mapLimited(traces, readsAtOnce, async ({ traceId }) => {
    return traceId === '' ? noSpans : await spans.spansOf(traceId);
  });
  const range = timeRange(readSpans.flatMap((read) => read.spans));
  const times = traces.flatMap(({ orders }) => orders.map(({ createdMs }) => createdMs));
  if (range) times.push(...[range.startNs, range.endNs].map((ns) => Number(ns / 1_000_000n)));
  const given = await readAllLines(lines, {
    about: { traceIds: traces.map(({ traceId }) => traceId) },
    fromMs: Math.min(...times) - aroundMs,
    toMs: Math.max(...times) + aroundMs,
  });
  const linesOf = Map.groupBy(given, ({ traceId }) => traceId);
  return traces.map((trace, i): TraceFacts => {
    const { spans: each = [], repeats = [] } = readSpans[i] ?? {};
    const distinct = distinctLines(linesOf.get(trace.traceId) ?? []);
    return {
      ...{ ...trace, spans: each, repeatedSpans: repeats },
      ...{ lines: distinct.lines, repeatedLines: distinct.repeats },
    };
  });
}
