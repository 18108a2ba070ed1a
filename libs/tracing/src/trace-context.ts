import type { SpanContext } from '@opentelemetry/api';
import { context } from '@opentelemetry/api';
import { validSpanContext } from './span/valid-span-context.ts';

/** The identity of the span that the calling code runs in, whether it is sampled or not. */
export function currentSpanContext(): SpanContext | undefined {
  return validSpanContext(context.active());
}

/** What a link to a span is made of: 32 and 16 hexadecimal digits. */
export interface SpanIds {
  readonly traceId: string;
  readonly spanId: string;
}

/** The span that the calling code runs in, to be kept with work that is left for later; `undefined` outside any. */
export function currentSpanIds(): SpanIds | undefined {
  const current = currentSpanContext();
  return current && { traceId: current.traceId, spanId: current.spanId };
}

/** The current span in the form of W3C's `traceparent` and `traceresponse`: `00-<trace id>-<span id>-<flags>`. */
export function currentTraceparent(): string | undefined {
  const current = currentSpanContext();
  return current && `00-${current.traceId}-${current.spanId}-${formatTraceFlags(current.traceFlags)}`;
}

/** Two hexadecimal digits; the lowest bit says that the trace is sampled. */
export function formatTraceFlags(flags: number): string {
  return (flags & 0xff).toString(16).padStart(2, '0');
}
