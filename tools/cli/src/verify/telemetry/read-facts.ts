import { mapLimited } from '../../map-limited.ts';
import { distinctLines } from '../../trace/stores/distinct-lines.ts';
import type { LineStore } from '../../trace/stores/line-store.ts';
import { noSpans, type SpanStore } from '../../trace/stores/span-store.ts';
import { lineWindow } from './line-window.ts';
import { readAllLines } from './read-all-lines.ts';
import type { TraceFacts } from './trace-facts.ts';
import type { TracedOrder } from './traced-order.ts';
import { unreadableError } from './unreadable-error.ts';

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

/**
 * Reads the stores for some traces: the spans of each, the lines of all in one question.
 * @throws {BackEndError}
 */
export async function readFacts({ spans, lines }: Stores, traces: readonly OrderedTrace[]) {
  const readSpans = await mapLimited(traces, readsAtOnce, async ({ traceId }) => {
    if (traceId === '') return noSpans;
    const read = await spans.spansOf(traceId);
    if (read.unreadable > 0) throw unreadableError(spans.backEnd, read.unreadable, 'spans');
    return read;
  });
  // Asked for the empty id, a store gives every line without a trace.
  const traceIds = traces.map(({ traceId }) => traceId).filter((traceId) => traceId !== '');
  const window = lineWindow(
    traces.flatMap(({ orders }) => orders),
    readSpans.flatMap((read) => read.spans),
  );
  const given = traceIds.length === 0 ? [] : await readAllLines(lines, { about: { traceIds }, ...window });
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
