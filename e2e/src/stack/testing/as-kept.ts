import type { DocumentSpan, TraceDocument } from './read-document.ts';

/** Zipkin has names in lower case, whole microseconds, and every attribute as text. It has no lines. */
export function asZipkinKeeps({ traceId, spans }: TraceDocument) {
  return { traceId, spans: spans.map(zipkinSpan) };
}

function zipkinSpan({ spanId, parentId, service, name, kind, failed, atMs, attributes }: DocumentSpan) {
  const texts = Object.entries(attributes).map(([key, value]) => [key, String(value)]);
  const kept = { spanId, parentId, service, name: name.toLowerCase(), kind, failed, atMs };
  return { ...kept, attributes: Object.fromEntries(texts) };
}

/** How long each span took, in microseconds: Zipkin rounds what the others cut off. */
export function durationsOf({ spans }: TraceDocument): number[] {
  return spans.map(({ durationMs }) => Math.round(Number(durationMs) * 1000));
}

/** Elasticsearch has no spans. */
export function asElasticsearchKeeps({ traceId, lines }: TraceDocument) {
  return { traceId, lines };
}
