/**
 * The parts of OTLP messages that are read here, as `signals.ts` decodes them: names in lowerCamelCase,
 * 64-bit integers as decimal strings, bytes (ids too) as base64, absent fields absent.
 * Shapes: opentelemetry-proto, see `protos/`.
 */
export interface AnyValue {
  stringValue?: string;
  boolValue?: boolean;
  intValue?: string;
  /** A string for `NaN` and the infinities. */
  doubleValue?: number | string;
  arrayValue?: { values?: AnyValue[] };
  kvlistValue?: { values?: KeyValue[] };
  bytesValue?: string;
}

export interface KeyValue {
  key?: string;
  value?: AnyValue;
}

export interface Resource {
  attributes?: KeyValue[];
}

export interface Scope {
  name?: string;
  version?: string;
  attributes?: KeyValue[];
}

export interface Link {
  traceId?: string;
  spanId?: string;
  attributes?: KeyValue[];
}

export interface Span {
  traceId?: string;
  spanId?: string;
  parentSpanId?: string;
  name?: string;
  kind?: number;
  startTimeUnixNano?: string;
  endTimeUnixNano?: string;
  flags?: number;
  attributes?: KeyValue[];
  events?: { attributes?: KeyValue[] }[];
  links?: Link[];
  status?: object;
}

export interface LogRecord {
  timeUnixNano?: string;
  observedTimeUnixNano?: string;
  severityNumber?: number;
  severityText?: string;
  body?: AnyValue;
  attributes?: KeyValue[];
  droppedAttributesCount?: number;
  flags?: number;
  traceId?: string;
  spanId?: string;
}

export interface TracesRequest {
  resourceSpans?: { resource?: Resource; scopeSpans?: { scope?: Scope; spans?: Span[] }[] }[];
}

export interface LogsRequest {
  resourceLogs?: { resource?: Resource; scopeLogs?: { scope?: Scope; logRecords?: LogRecord[] }[] }[];
}

/** What a store did not take of a request, for OTLP's partial success. */
export interface Refusal {
  count: number;
  reason: string;
}

/** Stores a whole request or, throwing a {@link BadRequest}, nothing of it. */
export type Accept<Request> = (request: Request) => Refusal | undefined;

/** What the receivers give their requests to. */
export interface Acceptors {
  traces: Accept<TracesRequest>;
  logs: Accept<LogsRequest>;
}
