import type { DocumentSpan, TraceDocument } from './read-document.ts';

/** Zipkin writes names in lower case, times in microseconds, and every tag as text. It has no lines. */
export function asZipkinKeeps({ traceId, spans }: TraceDocument) {
  return { traceId, spans: spans.map(zipkinSpan) };
}

function zipkinSpan({ spanId, parentId, service, name, kind, failed, atMs, durationMs }: DocumentSpan) {
  return { spanId, parentId, service, name: name.toLowerCase(), kind, failed, atMs, durationMs };
}

/** Elasticsearch has no spans. */
export function asElasticsearchKeeps({ traceId, lines }: TraceDocument) {
  return { traceId, lines };
}
