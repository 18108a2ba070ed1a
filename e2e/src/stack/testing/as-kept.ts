import type { DocumentSpan, TraceDocument } from './read-document.ts';

/**
 * Zipkin has names in lower case, whole microseconds, so that spans which begin in the same one may change places, and
 * every attribute as text. It has no lines.
 */
export function asZipkinKeeps({ traceId, spans }: TraceDocument) {
  return { traceId, spans: byId(spans).map(zipkinSpan) };
}

function zipkinSpan({ spanId, parentId, service, name, kind, failed, attributes }: DocumentSpan) {
  const texts = Object.entries(attributes).map(([key, value]) => [key, String(value)]);
  const kept = { spanId, parentId, service, name: name.toLowerCase(), kind, failed };
  return { ...kept, attributes: Object.fromEntries(texts) };
}

/** When each span began and how long it took, in microseconds: Zipkin rounds what the others cut off. */
export function timesOf({ spans }: TraceDocument): number[] {
  const times = byId(spans).flatMap(({ atMs, durationMs }) => [atMs, durationMs]);
  return times.map((ms) => Math.round(Number(ms) * 1000));
}

function byId(spans: readonly DocumentSpan[]): readonly DocumentSpan[] {
  return spans.toSorted((a, b) => (a.spanId < b.spanId ? -1 : 1));
}

/** Elasticsearch has no spans. */
export function asElasticsearchKeeps({ traceId, lines }: TraceDocument) {
  return { traceId, lines };
}
