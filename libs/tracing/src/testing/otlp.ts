import { decode, hex, int, type Message, messages, text } from './protobuf.ts';

export interface ReceivedSpan {
  readonly resource: Record<string, unknown>;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly name: string;
  /** 2 server, 3 client. */
  readonly kind: number;
  readonly attributes: Record<string, unknown>;
  readonly traceState: string;
  /** The low byte holds the flags of W3C. */
  readonly flags: number;
  readonly startUnixNano: bigint;
  readonly endUnixNano: bigint;
  readonly events: { readonly name: string; readonly attributes: Record<string, unknown> }[];
  readonly links: { readonly traceId: string; readonly spanId: string }[];
  /** 0 unset, 1 OK, 2 error. */
  readonly status: number;
}

export interface ReceivedLog {
  readonly resource: Record<string, unknown>;
  readonly timeUnixNano: bigint;
  readonly severityNumber: number;
  readonly severityText: string;
  readonly body: unknown;
  readonly attributes: Record<string, unknown>;
  readonly flags: number;
  readonly traceId: string;
  readonly spanId: string;
}

/** Field numbers: opentelemetry/proto/trace/v1/trace.proto. */
export function decodeSpans(request: Buffer): ReceivedSpan[] {
  return recordsOf(request).map(({ resource, record }) => ({
    resource,
    traceId: hex(record, 1),
    spanId: hex(record, 2),
    parentSpanId: hex(record, 4),
    name: text(record, 5),
    kind: Number(int(record, 6)),
    attributes: attributes(record, 9),
    traceState: text(record, 3),
    flags: Number(int(record, 16)),
    startUnixNano: int(record, 7),
    endUnixNano: int(record, 8),
    events: messages(record, 11).map((event) => ({ name: text(event, 2), attributes: attributes(event, 3) })),
    links: messages(record, 13).map((link) => ({ traceId: hex(link, 1), spanId: hex(link, 2) })),
    status: Number(int(messages(record, 15)[0] ?? new Map(), 3)),
  }));
}

/** Field numbers: opentelemetry/proto/logs/v1/logs.proto. */
export function decodeLogs(request: Buffer): ReceivedLog[] {
  return recordsOf(request).map(({ resource, record }) => ({
    resource,
    timeUnixNano: int(record, 1),
    severityNumber: Number(int(record, 2)),
    severityText: text(record, 3),
    body: messages(record, 5).map(anyValue)[0],
    attributes: attributes(record, 6),
    flags: Number(int(record, 8)),
    traceId: hex(record, 9),
    spanId: hex(record, 10),
  }));
}

/** All requests have the same outer shape: 1 resource groups { 1 resource, 2 scopes { 2 records } }. */
export function recordsOf(request: Buffer): { resource: Record<string, unknown>; record: Message }[] {
  return messages(decode(request), 1).flatMap((group) => {
    const resource = attributes(messages(group, 1)[0] ?? new Map(), 1);
    return messages(group, 2).flatMap((scope) => messages(scope, 2).map((record) => ({ resource, record })));
  });
}

export function attributes(message: Message, field: number): Record<string, unknown> {
  return Object.fromEntries(
    messages(message, field).map((pair) => [text(pair, 1), messages(pair, 2).map(anyValue)[0]]),
  );
}

function anyValue(value: Message): unknown {
  if (value.has(1)) return text(value, 1);
  if (value.has(2)) return int(value, 2) === 1n;
  return value.has(3) ? Number(int(value, 3)) : [...value];
}
