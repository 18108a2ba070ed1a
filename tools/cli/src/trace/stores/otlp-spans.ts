import { z } from 'zod';
import type { Span, SpanKind, SpanLink } from '../span.ts';
import { readOtlpAttributes } from './otlp-attributes.ts';
import { readOtlpId } from './otlp-id.ts';
import { type ReadSpans, readEachOnce } from './span-store.ts';

const list = z.array(z.unknown()).default([]);
const nanoseconds = z
  .union([z.string().regex(/^\d{1,20}$/), z.number().int().nonnegative()])
  .transform((value) => BigInt(value));

const tracesData = z.object({
  resourceSpans: z
    .array(
      z.object({
        resource: z.object({ attributes: z.unknown().optional() }).optional(),
        scopeSpans: z.array(z.object({ spans: list })).default([]),
      }),
    )
    .default([]),
});

const otlpSpan = z.object({
  spanId: z.string(),
  parentSpanId: z.string().nullish(),
  name: z.string().default(''),
  kind: z.union([z.string(), z.number()]).nullish(),
  startTimeUnixNano: nanoseconds,
  endTimeUnixNano: nanoseconds.default(0n),
  attributes: z.unknown().optional(),
  events: list,
  links: list,
  status: z
    .object({ code: z.union([z.string(), z.number()]).nullish(), message: z.string().nullish() })
    .nullish(),
});

const kinds: readonly SpanKind[] = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];

/**
 * Reads OTLP JSON's TracesData (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding): ids in hex or
 * base64, enums as numbers or names, int64 as strings or numbers. Undefined where `json` is something else.
 */
export function readOtlpSpans(json: unknown): ReadSpans | undefined {
  const data = tracesData.safeParse(json).data;
  if (!data) return undefined;
  const entries = data.resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(readOtlpAttributes(resource?.attributes)['service.name'] ?? 'unknown');
    return scopeSpans.flatMap(({ spans }) => spans.map((entry) => ({ service, entry })));
  });
  return readEachOnce(entries, readSpan);
}

function readSpan({ service, entry }: { service: string; entry: unknown }): Span | undefined {
  const span = otlpSpan.safeParse(entry).data;
  const spanId = readOtlpId(span?.spanId, 8);
  if (!span || !spanId) return undefined;
  const { name, startTimeUnixNano: startNs, endTimeUnixNano: endNs, status } = span;
  return {
    spanId,
    parentId: readOtlpId(span.parentSpanId, 8),
    service,
    name,
    kind: readKind(span.kind),
    startNs,
    endNs: endNs > startNs ? endNs : startNs,
    failed: status?.code === 2 || status?.code === 'STATUS_CODE_ERROR',
    problem: status?.message || readException(span.events),
    attributes: withoutRemarks(readOtlpAttributes(span.attributes)),
    links: span.links.flatMap(readLink),
  };
}

function readLink(link: unknown): readonly SpanLink[] {
  const traceId = readOtlpId(Object(link).traceId, 16);
  const spanId = readOtlpId(Object(link).spanId, 8);
  return traceId && spanId ? [{ traceId, spanId }] : [];
}

/** What Jaeger itself has to say about a span is no part of it: `@jaeger@warnings`. */
function withoutRemarks(attributes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !name.startsWith('@jaeger@')));
}

function readKind(kind: string | number | null | undefined): SpanKind {
  const index = typeof kind === 'number' ? kind : kinds.findIndex((name) => `SPAN_KIND_${name}` === kind);
  return kinds[index] ?? 'UNSPECIFIED';
}

/** The last exception that was recorded on a span, as `Type: message`. */
function readException(events: readonly unknown[]): string {
  const texts = events.flatMap((event) => {
    const exception = readOtlpAttributes(Object(event).attributes);
    return [[exception['exception.type'], exception['exception.message']].filter(Boolean).join(': ')];
  });
  return texts.filter(Boolean).at(-1) ?? '';
}
