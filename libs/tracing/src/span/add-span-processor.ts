import { type TracerProvider, trace } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import type { SpanControl } from './create-tracer-provider.ts';

/**
 * Lets a processor see the spans that start from now on, and change them before they are sent. What it throws is told
 * on stderr.
 *
 * @throws Error where no provider of this library is in use: without the preload, with `OTEL_SDK_DISABLED=true`, or with
 * a provider of the SDK
 */
export function addSpanProcessor(processor: SpanProcessor): void {
  const provider = globalProvider();
  if (!provider.addSpanProcessor)
    throw new Error(
      'A span processor was added, but the spans here are not made by @mesh/tracing: ' +
        'start with `--import @mesh/tracing/register`, and before what adds it.',
    );
  provider.addSpanProcessor(processor);
}

/** Found through the API, not by a variable here: the preload may be another copy of this module. */
function globalProvider(): TracerProvider & Partial<SpanControl> {
  const provider: TracerProvider & { getDelegate?(): TracerProvider } = trace.getTracerProvider();
  return provider.getDelegate?.() ?? provider;
}
