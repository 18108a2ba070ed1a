import { decode, double, hex, int, type Message, messages, text } from '../../testing/protobuf.ts';

/**
 * All that an ExportTraceServiceRequest says, or an ExportLogsServiceRequest with `readLogRecord`:
 * opentelemetry/proto/trace/v1/trace.proto, logs/v1/logs.proto. What is not there has the default of protobuf, so that two
 * requests that mean the same read the same.
 */
export function readRequest(request: Uint8Array, readItem = readSpan): object[] {
  return messages(decode(Buffer.from(request)), 1).map((resourceSpans) => ({
    resource: messages(resourceSpans, 1).map((resource) => attributes(resource, 1)),
    schemaUrl: text(resourceSpans, 3),
    scopes: messages(resourceSpans, 2).map((scopeSpans) => ({
      scope: messages(scopeSpans, 1).map((scope) => [text(scope, 1), text(scope, 2)]),
      schemaUrl: text(scopeSpans, 3),
      items: messages(scopeSpans, 2).map(readItem),
    })),
  }));
}

function readSpan(span: Message): object {
  const [status = new Map()] = messages(span, 15);
  return {
    ids: [hex(span, 1), hex(span, 2), hex(span, 4)],
    traceState: text(span, 3),
    name: text(span, 5),
    kind: int(span, 6),
    times: [int(span, 7), int(span, 8)],
    attributes: attributes(span, 9),
    dropped: [int(span, 10), int(span, 12), int(span, 14)],
    events: messages(span, 11).map((event) => ({
      time: int(event, 1),
      name: text(event, 2),
      attributes: attributes(event, 3),
      dropped: int(event, 4),
    })),
    links: messages(span, 13).map((link) => ({
      ids: [hex(link, 1), hex(link, 2)],
      traceState: text(link, 3),
      attributes: attributes(link, 4),
      dropped: int(link, 5),
      flags: int(link, 6),
    })),
    status: [text(status, 2), int(status, 3)],
    flags: int(span, 16),
  };
}

/** opentelemetry/proto/logs/v1/logs.proto */
export function readLogRecord(record: Message): object {
  return {
    times: [int(record, 1), int(record, 11)],
    severity: [int(record, 2), text(record, 3)],
    body: messages(record, 5).map(anyValue),
    attributes: attributes(record, 6),
    dropped: int(record, 7),
    flags: int(record, 8),
    ids: [hex(record, 9), hex(record, 10)],
    eventName: text(record, 12),
  };
}

function attributes(message: Message, field: number): [key: string, value: unknown][] {
  return messages(message, field).map((pair) => [text(pair, 1), messages(pair, 2).map(anyValue)]);
}

/** opentelemetry/proto/common/v1/common.proto. With the kind, as 1 and 1.0 are not the same here. */
function anyValue(value: Message): object {
  const [field] = value.keys();
  if (field === 1) return { text: text(value, 1) };
  if (field === 2) return { bool: int(value, 2) };
  if (field === 3) return { int: int(value, 3) };
  if (field === 4) return { double: double(value, 4) };
  if (field === 5) return { list: messages(value, 5).map((list) => messages(list, 1).map(anyValue)) };
  if (field === 6) return { map: messages(value, 6).map((map) => attributes(map, 1)) };
  return field === 7 ? { bytes: hex(value, 7) } : { nothing: field };
}
