import type { AnyValue, KeyValue, LogRecord, LogsRequest, Span, TracesRequest } from '../otlp/types.ts';

export const traceId = '0af7651916cd43dd8448eb211c80319c';
export const spanId = 'b7ad6b7169203331';

/** 2026-01-02T03:04:05Z in nanoseconds. */
export const aTime = 1_767_323_045_000_000_000n;

export function base64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}

export function attribute(key: string, value: string | AnyValue): KeyValue {
  return { key, value: typeof value === 'string' ? { stringValue: value } : value };
}

/** A decoded span of 2 ms; ids in base64, as the decoder gives them. */
export function aSpan(change: Partial<Span> = {}): Span {
  return {
    traceId: base64(traceId),
    spanId: base64(spanId),
    name: 'GET /things',
    kind: 2,
    startTimeUnixNano: `${aTime}`,
    endTimeUnixNano: `${aTime + 2_000_000n}`,
    ...change,
  };
}

export function tracesOf(service: string, ...spans: Span[]): TracesRequest {
  return {
    resourceSpans: [
      { resource: { attributes: [attribute('service.name', service)] }, scopeSpans: [{ spans }] },
    ],
  };
}

export function aRecord(body: string, change: Partial<LogRecord> = {}): LogRecord {
  return { timeUnixNano: `${aTime}`, severityNumber: 9, body: { stringValue: body }, ...change };
}

export function logsOf(service: string, ...logRecords: LogRecord[]): LogsRequest {
  return {
    resourceLogs: [
      { resource: { attributes: [attribute('service.name', service)] }, scopeLogs: [{ logRecords }] },
    ],
  };
}
