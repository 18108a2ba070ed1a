import { malformed } from './error.ts';

/**
 * A trace id as Jaeger reads it from a path: 1 to 32 hex digits, a short one padded with zeroes on the left.
 * @throws BadParameter for anything else
 */
export function parseTraceId(text: string): string {
  if (text.length > 32) {
    throw malformed('trace_id', `TraceID cannot be longer than 32 hex characters: ${text}`);
  }
  if (!/^[0-9a-f]+$/i.test(text)) throw malformed('trace_id', `parsing "${text}": invalid syntax`);
  return text.toLowerCase().padStart(32, '0');
}
