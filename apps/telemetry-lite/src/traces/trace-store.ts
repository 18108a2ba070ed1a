import type { SpanRecord } from './span-record.ts';

/** The spans of one trace, grouped as OTLP groups them: by resource, then by scope (both as JSON text). */
export interface Trace {
  readonly resources: ReadonlyMap<string, ReadonlyMap<string, readonly SpanRecord[]>>;
  /** Start of its earliest span, in nanoseconds. */
  readonly start: bigint;
}

export interface TraceStore {
  add(spans: readonly SpanRecord[]): void;
  get(traceId: string): Trace | undefined;
  all(): Iterable<Trace>;
  stats(): TraceStats;
}

export interface TraceStats {
  traces: number;
  spans: number;
  bytes: number;
  limitBytes: number;
  evictedTraces: number;
  evictedSpans: number;
  repeatedSpans: number;
}

interface Entry {
  resources: Map<string, Map<string, SpanRecord[]>>;
  spanIds: Set<string>;
  start: bigint;
  bytes: number;
}

/** What a span and a trace cost beside their text: objects, map entries, ids; so much that the heap grows by less than is counted. */
const spanOverheadBytes = 400;
const traceOverheadBytes = 1000;

/**
 * Traces in memory, at most `limitBytes` of them (UTF-8 text plus overhead). Above it whole traces go, those first
 * that got no span for the longest time: by first arrival, as Jaeger's memory store has it, a trace that is still
 * growing could go and come back as a fragment. A span that is sent again counts once.
 */
export function createTraceStore(limitBytes: number, onEvicted: (spans: number) => void): TraceStore {
  /** In the order of last arrival. */
  const traces = new Map<string, Entry>();
  const stats = { spans: 0, bytes: 0, limitBytes, evictedTraces: 0, evictedSpans: 0, repeatedSpans: 0 };

  function add(span: SpanRecord): void {
    const trace = traces.get(span.traceId) ?? {
      resources: new Map(),
      spanIds: new Set(),
      start: span.start,
      bytes: 0,
    };
    traces.delete(span.traceId);
    traces.set(span.traceId, trace);
    if (trace.spanIds.has(span.spanId)) {
      stats.repeatedSpans += 1;
      return;
    }
    const cost = insert(trace, span);
    trace.bytes += cost;
    stats.bytes += cost;
    stats.spans += 1;
  }

  function evictOldest(): void {
    for (const [traceId, trace] of traces) {
      if (stats.bytes <= limitBytes) return;
      traces.delete(traceId);
      stats.bytes -= trace.bytes;
      stats.spans -= trace.spanIds.size;
      stats.evictedTraces += 1;
      stats.evictedSpans += trace.spanIds.size;
      onEvicted(trace.spanIds.size);
    }
  }

  return {
    add: (spans) => {
      spans.forEach(add);
      evictOldest();
    },
    get: (traceId) => traces.get(traceId),
    all: () => traces.values(),
    stats: () => ({ traces: traces.size, ...stats }),
  };
}

/** Puts a span into its trace and returns the bytes that this takes. */
function insert(trace: Entry, span: SpanRecord): number {
  const texts = [span.json];
  const scopes = trace.resources.get(span.resourceJson) ?? new Map<string, SpanRecord[]>();
  if (scopes.size === 0) texts.push(span.resourceJson);
  const spans = scopes.get(span.scopeJson) ?? [];
  if (spans.length === 0) texts.push(span.scopeJson);
  trace.resources.set(span.resourceJson, scopes.set(span.scopeJson, spans));
  spans.push(span);
  if (span.start < trace.start) trace.start = span.start;
  const overhead = trace.spanIds.size === 0 ? traceOverheadBytes : 0;
  trace.spanIds.add(span.spanId);
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), overhead + spanOverheadBytes);
}
