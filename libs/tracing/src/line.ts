import { toJsonText } from './json-text.ts';
import type { LogRecord } from './log-record.ts';
import { readServiceName } from './service-name.ts';
import { formatTraceFlags } from './trace-context.ts';

const SERVICE_NAME = readServiceName();

/** One JSON object without a line end: `timestamp level message service.name trace_id span_id trace_flags` + fields. */
export function createLine({
  time: [seconds, nanos],
  level,
  message,
  spanContext,
  fields,
}: LogRecord): string {
  return toJsonText({
    timestamp: new Date(seconds * 1000 + nanos / 1e6).toISOString(),
    level,
    message,
    'service.name': SERVICE_NAME,
    ...(spanContext && {
      trace_id: spanContext.traceId,
      span_id: spanContext.spanId,
      trace_flags: formatTraceFlags(spanContext.traceFlags),
    }),
    ...fields,
  });
}
