import type { LogLine } from '../../../trace/log-line.ts';

/** E.g. `"call finished" of order in span 00f067aa0ba902b7`. Not safe to print. */
export function nameLine({ message, service, spanId }: LogLine): string {
  return `"${message}" of ${service} in span ${spanId ?? '(none)'}`;
}
