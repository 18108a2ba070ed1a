import { hexId } from '../otlp/hex-id.ts';
import type { KeyValue, Refusal, Resource, Span, TracesRequest } from '../otlp/types.ts';
import { asBadgerKeeps, flatAttributes } from './as-badger-keeps.ts';

/**
 * A span as it is kept: what a search reads, and the rest as the OTLP JSON that a reader gets. JSON text takes a
 * fraction of the memory of the decoded objects, its size is known exactly, and answering needs no encoder.
 */
export interface SpanRecord {
  traceId: string;
  spanId: string;
  service: string;
  name: string;
  /** Nanoseconds since the epoch. */
  start: bigint;
  end: bigint;
  resourceJson: string;
  scopeJson: string;
  json: string;
}

/**
 * Flattens a request into span records. Spans without a valid trace or span id are refused, as nothing could find them.
 * @throws BadRequest when an id has the wrong length
 */
export function toSpanRecords(request: TracesRequest): { spans: SpanRecord[]; refusal: Refusal | undefined } {
  const all = (request.resourceSpans ?? []).flatMap(({ resource, scopeSpans = [] }) => {
    const named = withServiceName(resource ?? {});
    const resourceJson = JSON.stringify(flatAttributes(named.resource), omitZeros);
    return scopeSpans.flatMap(({ scope, spans = [] }) => {
      const scopeJson = JSON.stringify(scope ?? {}, omitZeros);
      return spans.map((span) => ({ ...toRecord(span), service: named.service, resourceJson, scopeJson }));
    });
  });
  const spans = all.filter((span) => span.traceId !== '' && span.spanId !== '');
  const count = all.length - spans.length;
  return {
    spans,
    refusal: count > 0 ? { count, reason: 'spans without a valid trace id and span id' } : undefined,
  };
}

function toRecord(span: Span) {
  const traceId = hexId(span.traceId, 16);
  const spanId = hexId(span.spanId, 8);
  const parentSpanId = hexId(span.parentSpanId, 8);
  const kept = asBadgerKeeps(span);
  const links = kept.links?.map((link) => ({
    ...link,
    traceId: hexId(link.traceId, 16),
    spanId: hexId(link.spanId, 8),
  }));
  return {
    traceId,
    spanId,
    name: span.name ?? '',
    start: BigInt(span.startTimeUnixNano ?? 0),
    end: BigInt(span.endTimeUnixNano ?? 0),
    json: JSON.stringify(
      { ...kept, traceId, spanId, parentSpanId, links, status: span.status ?? {} },
      omitZeros,
    ),
  };
}

/** proto3's JSON leaves a field out that has its zero value, and so does Jaeger; an attribute's value is no such field. */
function omitZeros(field: string, value: unknown): unknown {
  const isZero = value === '' || value === 0;
  return isZero && field !== 'stringValue' && field !== 'doubleValue' ? undefined : value;
}

/** Jaeger's sanitizer gives a resource without a usable service.name one that says so. */
function withServiceName(resource: Resource): { service: string; resource: Resource } {
  const attributes = resource.attributes ?? [];
  const given = attributes.find(({ key }) => key === 'service.name')?.value;
  if (given?.stringValue) return { service: given.stringValue, resource };
  const service = placeholder(given);
  const others = attributes.filter(({ key }) => key !== 'service.name');
  return {
    service,
    resource: {
      ...resource,
      attributes: [...others, { key: 'service.name', value: { stringValue: service } }],
    },
  };
}

function placeholder(given: KeyValue['value']): string {
  if (given === undefined) return 'missing-service-name';
  return given.stringValue === '' ? 'empty-service-name' : 'service-name-wrong-type';
}
