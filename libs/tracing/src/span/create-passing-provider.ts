import type { Context, Span, SpanOptions, Tracer, TracerProvider } from '@opentelemetry/api';
import { context as contextApi, INVALID_SPAN_CONTEXT, trace } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { newSpanId } from './ids.ts';
import { lineageOf } from './lineage.ts';
import { SilentSpan } from './silent-span.ts';
import { startActiveSpan } from './start-active-span.ts';

/**
 * A TracerProvider that makes no spans: a "span" stands for the caller's, so that its ids go on as they came. Where
 * none came, they are made, and say that nothing is sampled.
 */
export function createPassingProvider(): TracerProvider {
  const tracer: Tracer = {
    startSpan: (_name, options = {}, context = contextApi.active()) => pass(options, context),
    startActiveSpan: (name: string, ...rest: unknown[]): never => startActiveSpan(tracer, name, rest),
  };
  return { getTracer: () => tracer };
}

function pass({ root = false }: SpanOptions, context: Context): Span {
  if (isTracingSuppressed(context)) return trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
  const { parent, traceId, randomFlag: traceFlags } = lineageOf(context, root);
  return new SilentSpan(parent ?? { traceId, spanId: newSpanId(), traceFlags });
}
