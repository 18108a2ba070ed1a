import { spanId } from './otlp.ts';

/** One log line of a made-up trace; `at` is milliseconds from the trace's start. */
export interface LokiLine {
  readonly service: string;
  readonly at: number;
  readonly message: string;
  readonly span?: number;
  readonly level?: string;
  /** Trace flags, by default those of a trace that is kept. */
  readonly flags?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Loki's answer to `query_range`, with structured metadata apart from the labels (`categorize-labels`) or among them. */
export function lokiAnswer(traceId: string, startNs: bigint, lines: readonly LokiLine[], categorized = true) {
  const result = lines.map(({ service, at, message, span, level = 'info', flags = '1', fields }) => {
    const ns = `${startNs + BigInt(Math.round(at * 1e6))}`;
    const metadata = {
      ...{ trace_id: traceId, flags, severity_text: level, detected_level: level, scope_name: 'mesh' },
      ...(span !== undefined && { span_id: spanId(span) }),
      ...fields,
    };
    const labels = { service_name: service, service_namespace: 'mesh' };
    return categorized
      ? { stream: labels, values: [[ns, message, { structuredMetadata: metadata }]] }
      : { stream: { ...labels, ...metadata }, values: [[ns, message]] };
  });
  return { status: 'success', data: { resultType: 'streams', result, stats: {} } };
}
