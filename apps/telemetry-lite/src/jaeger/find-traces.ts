import type { SpanRecord } from '../traces/span-record.ts';
import type { Trace } from '../traces/trace-store.ts';
import type { TraceQuery } from './trace-query.ts';

/** The traces in which one span fulfils all of the query, newest start first, at most the query's limit. */
export function findTraces(traces: Iterable<Trace>, query: TraceQuery): Trace[] {
  return [...traces]
    .filter((trace) => spansOf(trace).some((span) => matches(span, query)))
    .sort((a, b) => Number(b.start - a.start))
    .slice(0, query.limit);
}

export function spansOf(trace: Trace): SpanRecord[] {
  return [...trace.resources.values()].flatMap((scopes) => [...scopes.values()].flat());
}

function matches(span: SpanRecord, query: TraceQuery): boolean {
  const duration = span.end - span.start;
  return (
    (query.service === undefined || span.service === query.service) &&
    (query.operation === undefined || span.name === query.operation) &&
    span.start >= query.startMin &&
    span.start <= query.startMax &&
    (query.durationMin === undefined || duration >= query.durationMin) &&
    (query.durationMax === undefined || duration <= query.durationMax)
  );
}
