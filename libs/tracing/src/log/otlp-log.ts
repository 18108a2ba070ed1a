import type { Attributes, Context, SpanContext } from '@opentelemetry/api';
import { logs, ROOT_CONTEXT, SeverityNumber, trace } from '@opentelemetry/api';
import type { LogRecord } from './log-record.ts';
import type { Plain, PlainObject } from './to-plain.ts';

/** winston's npm levels as the specification's severities. */
const SEVERITY: Readonly<Record<string, SeverityNumber>> = {
  error: SeverityNumber.ERROR,
  warn: SeverityNumber.WARN,
  info: SeverityNumber.INFO,
  http: SeverityNumber.DEBUG3,
  verbose: SeverityNumber.DEBUG2,
  debug: SeverityNumber.DEBUG,
  silly: SeverityNumber.TRACE,
};

/** Finds the SDK's own when there is one. */
const logger = logs.getLogger('@mesh/tracing');

/** Gives the record to the SDK, which sends it; without the preload there is none and nothing happens. */
export function emitLogRecord({ time, level, message, spanContext, fields }: LogRecord): void {
  if (!logger.enabled()) return;
  logger.emit({
    timestamp: time,
    severityNumber: SEVERITY[level] ?? SeverityNumber.UNSPECIFIED,
    severityText: level,
    body: message,
    attributes: flatten(fields),
    context: contextOf(spanContext),
  });
}

function contextOf(spanContext: SpanContext | undefined): Context {
  return spanContext ? trace.setSpanContext(ROOT_CONTEXT, spanContext) : ROOT_CONTEXT;
}

/** `{ error: { code: 5 } }` as `error.code = 5`; a list as its JSON. Stores index flat names. */
function flatten(fields: PlainObject, prefix = '', flat: Attributes = {}): Attributes {
  for (const [name, value] of Object.entries(fields)) {
    if (isObject(value)) flatten(value, `${prefix}${name}.`, flat);
    else flat[prefix + name] = leafOf(value);
  }
  return flat;
}

function isObject(value: Plain): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function leafOf(value: Exclude<Plain, PlainObject>): string | number | boolean {
  return value === null || Array.isArray(value) ? JSON.stringify(value) : value;
}
