import { traceId } from './order-trace.ts';
import { type OtlpSpan, type SentLink, spanId } from './otlp.ts';

const kinds: Readonly<Record<string, string>> = { 2: 'SERVER', 3: 'CLIENT' };

/** Zipkin's answer to `/api/v2/trace/{id}` for spans that the collector's exporter sent: see `otlpTrace`. */
export function zipkinTrace(startNs: bigint, services: Readonly<Record<string, readonly OtlpSpan[]>>) {
  return Object.entries(services).flatMap(([serviceName, spans]) =>
    spans.map(
      ({ id, parent, name = `span ${id}`, kind = 0, at, ms, attributes = {}, status, links = [] }) => ({
        traceId,
        id: spanId(id),
        ...(parent !== undefined && { parentId: spanId(parent) }),
        ...(kinds[kind] !== undefined && { kind: kinds[kind] }),
        name: name.toLowerCase(),
        timestamp: Number(startNs / 1000n) + Math.round(at * 1000),
        duration: Math.round(ms * 1000),
        localEndpoint: { serviceName },
        tags: {
          ...{ 'telemetry.sdk.language': 'nodejs', 'otel.library.name': 'test' },
          ...(kind === 1 && { 'span.kind': 'internal' }),
          ...Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, `${value}`])),
          ...tagsOf(status),
          ...Object.fromEntries(links.map((link, i) => [`otlp.link.${i}`, linkText(link)])),
        },
      }),
    ),
  );
}

/** With its state and its attributes, of which there are none. */
function linkText({ traceId: linked, spanId: id }: SentLink): string {
  return `${linked}|${id}||{}|0`;
}

function tagsOf(status: object | undefined): Record<string, string> {
  const { code, message } = { code: 0, message: '', ...status };
  if (code !== 2) return {};
  return {
    ...{ error: message || 'true', 'otel.status_code': 'Error' },
    ...(message && { 'otel.status_description': message }),
  };
}
