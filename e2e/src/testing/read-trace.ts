import type { Mesh } from './start-mesh.ts';
import { until } from './until.ts';

export interface Span {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly events: readonly SpanEvent[];
}

export interface SpanEvent {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface OtlpAttribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

interface OtlpTrace {
  readonly result?: {
    readonly resourceSpans?: readonly {
      readonly resource: { readonly attributes: readonly OtlpAttribute[] };
      readonly scopeSpans: readonly {
        readonly spans: readonly (Omit<Span, 'attributes' | 'links' | 'events'> & {
          attributes?: readonly OtlpAttribute[];
          links?: Span['links'];
          events?: readonly { readonly name: string; readonly attributes?: readonly OtlpAttribute[] }[];
        })[];
      }[];
    }[];
  };
}

/** The spans of a trace as Jaeger's API gives them; none where it does not know the trace. */
export async function readTrace({ jaegerUrl }: Pick<Mesh, 'jaegerUrl'>, traceId: string): Promise<Span[]> {
  const response = await fetch(`${jaegerUrl}/api/v3/traces/${traceId}`);
  if (response.status === 404) return [];
  const { result } = (await response.json()) as OtlpTrace;
  return (result?.resourceSpans ?? []).flatMap(({ resource, scopeSpans }) =>
    scopeSpans
      .flatMap(({ spans }) => spans)
      .map((span) => ({
        ...span,
        parentSpanId: span.parentSpanId ?? '',
        service: String(valuesOf(resource.attributes)['service.name']),
        attributes: valuesOf(span.attributes ?? []),
        links: span.links ?? [],
        events: (span.events ?? []).map(({ name, attributes = [] }) => ({
          name,
          attributes: valuesOf(attributes),
        })),
      })),
  );
}

/** Waits until the trace has this many spans, and then for nothing more. */
export function untilSpans(mesh: Pick<Mesh, 'jaegerUrl'>, traceId: string, count: number): Promise<Span[]> {
  return until(`${count} spans of ${traceId}`, async () => {
    const spans = await readTrace(mesh, traceId);
    return spans.length >= count && spans;
  });
}

/** Each span as a path of `service name` from the root, sorted: who called whom, whatever the order of arrival. */
export function pathsOf(spans: readonly Span[]): string[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const pathOf = (span: Span): string => {
    const parent = byId.get(span.parentSpanId);
    const here = `${span.service} ${span.name}`;
    return parent === undefined ? here : `${pathOf(parent)} > ${here}`;
  };
  return spans.map(pathOf).sort();
}

function valuesOf(attributes: readonly OtlpAttribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
