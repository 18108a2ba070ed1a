import { isError } from './is-error.ts';

/** https://opentelemetry.io/docs/specs/semconv/exceptions/exceptions-logs/ */
const OF_EXCEPTION: ReadonlyMap<string, string> = new Map([
  ['type', 'exception.type'],
  ['message', 'exception.message'],
  ['stack', 'exception.stacktrace'],
]);

/**
 * The name of a part among the flat fields: that of the whole before it. What the line has as its `error` is the record's exception.
 *
 * @param key of the whole
 */
export function flatKey(key: string, name: string, whole: object | undefined): string {
  if (key === 'error' && isError(whole)) return OF_EXCEPTION.get(name) ?? `error.${name}`;
  return `${key}.${name}`;
}
