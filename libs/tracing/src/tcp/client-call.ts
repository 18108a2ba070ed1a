import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { capturedBy } from '../capture/current-capture.ts';
import { currentBoundary } from '../propagation/current-boundary.ts';
import { failBelow } from '../request-record.ts';
import type { CallError } from './call-error.ts';
import type { Pairs } from './frame.ts';
import { tcpAttributes } from './tcp-attributes.ts';

/** The span of one call, from the moment that its caller asks, and what of it travels. */
export interface ClientCall {
  readonly pairs: Pairs;
  /** @param error absent: there is an answer */
  end(error?: CallError): void;
}

/** @param operation a name that the calling code has, not its caller's words: it becomes the span's name */
export function startClientCall(operation: string, host: string, port: number): ClientCall {
  const caller = context.active();
  const pairs: Record<string, string> = { operation };
  if (isTracingSuppressed(caller)) return { pairs, end: () => {} };
  const attributes = tcpAttributes(operation, host, port);
  const tracer = trace.getTracer('@mesh/tracing/tcp');
  const span = tracer.startSpan(operation, { kind: SpanKind.CLIENT, attributes }, caller);
  currentBoundary()?.send(trace.setSpan(caller, span), host, (name, value) => {
    pairs[name] = value;
  });
  return {
    pairs,
    end(error) {
      // What a server does not have is refused; everything else is no answer.
      if (error && error.reason !== 'unknown_operation') {
        failBelow(caller);
        capturedBy(span)?.trigger('UNKNOWN');
      }
      endSpan(span, error);
    },
  };
}

function endSpan(span: Span, error: CallError | undefined): void {
  if (error) {
    span.recordException(error);
    span.setAttribute('error.type', error.reason);
    span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
  }
  span.end();
}
