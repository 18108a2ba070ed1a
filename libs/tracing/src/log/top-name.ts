import type { SpanContext } from '@opentelemetry/api';
import { formatTraceFlags } from '../trace-context.ts';
import type { Call } from './call.ts';
import { type FieldName, fieldName } from './field-name.ts';

/**
 * The name that a field of a call has in its line. A line gives some of its fields itself; what a call has by one of these
 * names is written as `fields.<name>`.
 *
 * @param ids those that the line has
 * @returns `undefined` for what the line has already
 */
export function topName(
  name: string,
  value: unknown,
  call: Call,
  isShared: boolean,
  ids: SpanContext | undefined,
): FieldName | undefined {
  const field = fieldName(name);
  if (!field.isOfLine) return field;
  return ids && value === idOf(name, ids) ? undefined : nameBeside(name, value, call, isShared);
}

function idOf(name: string, { traceId, spanId, traceFlags }: SpanContext): string | undefined {
  if (name === 'trace_id') return traceId;
  if (name === 'span_id') return spanId;
  return name === 'trace_flags' ? formatTraceFlags(traceFlags) : undefined;
}

/** Whether the line has nothing of its own by this name. */
function isFree(name: string, { error, args }: Call): boolean {
  return (name === 'error' && !error) || (name === 'args' && args.length === 0);
}

function nameBeside(name: string, value: unknown, call: Call, isShared: boolean): FieldName | undefined {
  if (name === 'error' && call.error === value) return undefined;
  if (isFree(name, call)) return fieldName(name);
  const isOfInfo = (name === 'level' || name === 'message') && call.isInfo && !isShared;
  // It has become a part of the message, see `lineMessage`.
  if (isOfInfo || (name === 'message' && typeof value === 'string')) return undefined;
  return fieldName(`fields.${name}`);
}
