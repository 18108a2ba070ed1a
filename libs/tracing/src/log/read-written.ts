import type { Call } from './call.ts';
import { isError } from './is-error.ts';
import { isFields } from './is-fields.ts';
import { readProperty } from './property.ts';

const SPLAT = Symbol.for('splat');

/**
 * What winston has made of a call: an object with level, message and fields, or the very Error that was logged. Undoes
 * what it did to an Error in the place of the fields, which it spreads over the line without its type.
 */
export function readWritten(info: object, shared: readonly object[]): Call {
  const level = readProperty(info, 'level');
  const message = readProperty(info, 'message');
  const splat = readProperty(info, SPLAT);
  const [first, ...rest] = Array.isArray(splat) ? splat : [];
  const error = [info, message, first].find(isError);
  const hasFields = isFields(first) && !isError(first);
  return {
    level: typeof level === 'string' ? level : typeof level,
    message: isError(message) ? readProperty(message, 'message') : message,
    error,
    fields: info,
    isInfo: true,
    // With `%s` in the message, winston leaves them where they are.
    shared: hasFields ? [...shared, first] : shared,
    args: first === undefined || hasFields || first === error ? rest : [first, ...rest],
  };
}
