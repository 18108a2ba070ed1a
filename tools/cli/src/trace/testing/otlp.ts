/** One span of a made-up trace; times are milliseconds from the trace's start. */
export interface OtlpSpan {
  readonly id: number;
  readonly parent?: number;
  readonly name?: string;
  /** As OTLP counts: 1 internal, 2 server, 3 client. */
  readonly kind?: number | string;
  readonly at: number;
  readonly ms: number;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly status?: object;
  readonly events?: readonly object[];
  readonly links?: readonly SentLink[];
}

export interface SentLink {
  readonly traceId: string;
  readonly spanId: string;
}

const nano = (startNs: bigint, ms: number) => `${startNs + BigInt(Math.round(ms * 1e6))}`;
const attribute = ([key, value]: [string, string | number]) => ({
  key,
  value: typeof value === 'number' ? { intValue: `${value}` } : { stringValue: value },
});

/** The span id of `id`: 16 hex digits. */
export function spanId(id: number): string {
  return id.toString(16).padStart(16, '0');
}

/** OTLP JSON's TracesData for spans by service. */
export function otlpTrace(
  traceId: string,
  startNs: bigint,
  services: Readonly<Record<string, readonly OtlpSpan[]>>,
) {
  const span = ({ id, parent, at, ms, attributes = {}, ...rest }: OtlpSpan) => ({
    traceId,
    spanId: spanId(id),
    parentSpanId: parent === undefined ? '' : spanId(parent),
    name: `span ${id}`,
    startTimeUnixNano: nano(startNs, at),
    endTimeUnixNano: nano(startNs, at + ms),
    attributes: Object.entries(attributes).map(attribute),
    ...rest,
  });
  return {
    resourceSpans: Object.entries(services).map(([name, spans]) => ({
      resource: { attributes: [attribute(['service.name', name])] },
      scopeSpans: [{ scope: { name: 'test' }, spans: spans.map(span) }],
    })),
  };
}
