import type { Call } from './call.ts';
import { type FieldName, fieldName } from './field-name.ts';

/**
 * The name that a field of a call has in its line. A line gives some of its fields itself; what a call has by one of these
 * names is written as `fields.<name>`.
 *
 * @returns `undefined` for what the line has already
 */
export function topName(name: string, value: unknown, call: Call, isShared: boolean): FieldName | undefined {
  const field = fieldName(name);
  return field.isOfLine ? nameBeside(name, value, call, isShared) : field;
}

/** Whether the line has nothing of its own by this name. */
function isFree(name: string, { error, args }: Call): boolean {
  return (name === 'error' && !error) || (name === 'args' && args.length === 0);
}

function nameBeside(name: string, value: unknown, call: Call, isShared: boolean): FieldName | undefined {
  if (name === 'trace_id' || name === 'span_id' || name === 'trace_flags') return undefined;
  if (name === 'error' && call.error === value) return undefined;
  if (isFree(name, call)) return fieldName(name);
  const isOfInfo = (name === 'level' || name === 'message') && call.isInfo && !isShared;
  // It has become a part of the message, see `lineMessage`.
  if (isOfInfo || (name === 'message' && typeof value === 'string')) return undefined;
  return fieldName(`fields.${name}`);
}
