import { readServiceName } from '../service-name.ts';
import { formatTraceFlags } from '../trace-context.ts';
import { escapeUnsafe } from './json-text.ts';
import type { LogRecord } from './log-record.ts';

const SERVICE_NAME = JSON.stringify(readServiceName());

/**
 * One JSON object without a line end: `timestamp level message service.name trace_id span_id trace_flags` + fields.
 * Put together from its parts: an object of them would be made for each line, only to be read once.
 */
export function createLine({
  time: [seconds, nanos],
  level,
  message,
  spanContext,
  fields,
}: LogRecord): string {
  const timestamp = new Date(seconds * 1000 + nanos / 1e6).toISOString();
  const ids = spanContext
    ? `,"trace_id":"${spanContext.traceId}","span_id":"${spanContext.spanId}","trace_flags":"${formatTraceFlags(spanContext.traceFlags)}"`
    : '';
  const own = `"timestamp":"${timestamp}","level":"${level}","message":${JSON.stringify(message)},"service.name":${SERVICE_NAME}`;
  const rest = JSON.stringify(fields).slice(1);
  return escapeUnsafe(`{${own}${ids}${rest === '}' ? '' : ','}${rest}`);
}
