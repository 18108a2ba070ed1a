import { z } from 'zod';
import type { Span, SpanKind, SpanLink } from '../span.ts';
import { readOtlpId } from './otlp-id.ts';
import { type ReadSpans, readEachOnce } from './span-store.ts';
import { zipkinName } from './zipkin-name.ts';

const microseconds = z
  .number()
  .nonnegative()
  .transform((us) => BigInt(Math.round(us)) * 1000n);

const zipkinSpan = z.object({
  id: z.string(),
  parentId: z.string().nullish(),
  name: z.string().default(''),
  kind: z.enum(['CLIENT', 'SERVER', 'PRODUCER', 'CONSUMER']).nullish(),
  /** Left out where the span begins at 0, or lasted less than 1 µs. */
  timestamp: microseconds.default(0n),
  duration: microseconds.default(0n),
  localEndpoint: z.object({ serviceName: z.string().optional() }).nullish(),
  tags: z.record(z.string(), z.string()).default({}),
});

/** What the collector writes for a span of kind INTERNAL, which Zipkin has no word for, for its status and its state. */
const kindTag = 'span.kind';
const codeTag = 'otel.status_code';
const messageTag = 'otel.status_description';
const errorTag = 'error';
const said = new Set([kindTag, codeTag, messageTag, errorTag, 'w3c.tracestate']);
/** And for a link: `<trace id>|<span id>|<tracestate>|<attributes>|<dropped attributes>`. */
const linkTag = /^otlp\.link\.\d+$/;
/** What the collector adds of the resource and of the library that made the span. */
const notAttributes = /^(otel\.(library|scope)|telemetry|service|process|host|os|deployment|container|k8s)\./;

/**
 * Reads the answer of Zipkin's `/api/v2/trace/{id}` (https://zipkin.io/zipkin-api/); undefined where `json` is
 * something else. Attributes are strings there.
 */
export function readZipkinSpans(json: unknown): ReadSpans | undefined {
  return Array.isArray(json) ? readEachOnce(json, readSpan) : undefined;
}

function readSpan(entry: unknown): Span | undefined {
  const span = zipkinSpan.safeParse(entry).data;
  const spanId = readOtlpId(span?.id, 8);
  if (!span || !spanId) return undefined;
  const { tags, timestamp: startNs, duration } = span;
  const error = tags[errorTag] ?? '';
  return {
    spanId,
    parentId: readOtlpId(span.parentId, 8),
    service: span.localEndpoint?.serviceName ?? 'unknown',
    name: zipkinName(span.name, tags),
    kind: span.kind ?? internalOrNone(tags),
    startNs,
    endNs: startNs + duration,
    failed: tags[codeTag] === undefined ? /^(?!false$)./.test(error) : /error$/i.test(tags[codeTag]),
    problem: tags[messageTag] ?? (/^(true|false)$/.test(error) ? '' : error),
    attributes: Object.fromEntries(
      Object.entries(tags).filter(
        ([name]) => !said.has(name) && !linkTag.test(name) && !notAttributes.test(name),
      ),
    ),
    links: Object.entries(tags).flatMap(([name, value]) => (linkTag.test(name) ? readLink(value) : [])),
  };
}

function readLink(text: string): readonly SpanLink[] {
  const [traceText, spanText] = text.split('|', 2);
  const [traceId, spanId] = [readOtlpId(traceText, 16), readOtlpId(spanText, 8)];
  return traceId && spanId ? [{ traceId, spanId }] : [];
}

function internalOrNone(tags: Readonly<Record<string, string>>): SpanKind {
  return tags[kindTag] === 'internal' ? 'INTERNAL' : 'UNSPECIFIED';
}
