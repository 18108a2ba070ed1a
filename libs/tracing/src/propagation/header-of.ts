import type { Headers } from './boundary.ts';

/** In characters, over all values of one name. W3C's limit for baggage, and many times what the other formats need. */
const MAX_LENGTH = 8192;

/**
 * The value of a header. Several are joined, so that a format of one value does not take them: nobody could say which
 * is meant. One that is too long to be looked at is as good as empty.
 */
export function headerOf(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  if (typeof value === 'string') return value.length > MAX_LENGTH ? '' : value;
  return Array.isArray(value) && value.length > 0 ? join(value) : undefined;
}

function join(values: readonly string[]): string {
  let length = -1;
  for (const value of values) {
    length += value.length + 1;
    if (length > MAX_LENGTH) return '';
  }
  return values.join(',');
}
