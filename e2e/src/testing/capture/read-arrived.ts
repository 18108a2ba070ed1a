import type { CaptureMesh } from './capture-mesh.ts';

/** A span that the back ends have. */
export interface ArrivedSpan {
  readonly pid: number;
  readonly name: string;
  /** As OTLP numbers them. */
  readonly kind: number;
  readonly traceState: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

type Attributes = readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];

interface JaegerAnswer {
  readonly result?: {
    readonly resourceSpans: readonly {
      readonly resource: { readonly attributes: Attributes };
      readonly scopeSpans: readonly {
        readonly spans: readonly {
          readonly name: string;
          readonly kind: number;
          readonly traceState?: string;
          readonly attributes?: Attributes;
        }[];
      }[];
    }[];
  };
}

interface LokiAnswer {
  readonly data: {
    readonly result: readonly {
      readonly stream: Readonly<Record<string, string>>;
      readonly values: readonly (readonly [time: string, line: string])[];
    }[];
  };
}

export async function readSpans({ jaegerUrl }: CaptureMesh, traceId: string): Promise<ArrivedSpan[]> {
  const response = await fetch(`${jaegerUrl}/api/v3/traces/${traceId}`);
  const { result } = (await response.json()) as JaegerAnswer;
  return (result?.resourceSpans ?? []).flatMap(({ resource, scopeSpans }) => {
    const pid = Number(toRecord(resource.attributes)['process.pid']);
    return scopeSpans
      .flatMap(({ spans }) => spans)
      .map(({ name, kind, traceState = '', attributes = [] }) => {
        return { pid, name, kind, traceState, attributes: toRecord(attributes) };
      });
  });
}

/** Those at debug level, as `<pid> <message>`. */
export async function readDebugLines({ lokiUrl }: CaptureMesh, traceId: string): Promise<string[]> {
  const query = encodeURIComponent(`{service_name=~".+"} | trace_id="${traceId}" | detected_level="debug"`);
  const response = await fetch(`${lokiUrl}/loki/api/v1/query_range?limit=1000&query=${query}`);
  const { data } = (await response.json()) as LokiAnswer;
  return data.result.flatMap(({ stream, values }) =>
    values.map(([, line]) => `${stream['process_pid']} ${line}`),
  );
}

function toRecord(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
