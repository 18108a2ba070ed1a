import { type Span, SpanStatusCode } from '@opentelemetry/api';

/** Ends the span of a call that threw where it was made: it has no status, so the error's type is all there is. */
export function failSpan(span: Span, error: unknown): void {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  span.setAttribute('error.type', name);
  span.setStatus({ code: SpanStatusCode.ERROR, message });
  span.end();
}
