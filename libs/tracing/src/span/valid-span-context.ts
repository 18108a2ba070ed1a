import { type Context, isSpanContextValid, type Span, type SpanContext, trace } from '@opentelemetry/api';
import { SilentSpan } from './silent-span.ts';
import { SpanRecord } from './span-record.ts';

/** The identity of the span in a context; `undefined` where there is none, or none that is well formed. */
export function validSpanContext(context: Context): SpanContext | undefined {
  const span = trace.getSpan(context);
  if (span === undefined) return undefined;
  const identity = span.spanContext();
  return isOwn(span) || isSpanContextValid(identity) ? identity : undefined;
}

/** Whether a span was made here, and so has well-formed ids. */
export function isOwn(span: Span): boolean {
  return span instanceof SilentSpan || span instanceof SpanRecord;
}
