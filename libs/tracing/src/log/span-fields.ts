import type { SpanContext } from '@opentelemetry/api';
import { isSpanContextValid } from '@opentelemetry/api';

/**
 * The ids that a line written before a span exists is given by hand, in the form that lines have.
 * @returns `undefined` for anything but a trace id of 32 and a span id of 16 hexadecimal digits
 */
export function readSpanFields(
  traceId: unknown,
  spanId: unknown,
  traceFlags: unknown,
): SpanContext | undefined {
  if (typeof traceId !== 'string' || typeof spanId !== 'string') return undefined;
  const flags = /^[0-9a-f]{2}$/i.test(String(traceFlags)) ? Number.parseInt(String(traceFlags), 16) : 0;
  const context = { traceId, spanId, traceFlags: flags, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}
