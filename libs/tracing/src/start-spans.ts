import { trace } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import { ledgers } from './delivery/ledgers.ts';
import type { Outbox } from './delivery/outbox.ts';
import type { BatchConfig, TracingConfig } from './env/config.ts';
import { createSpanSink } from './otlp/span-sink.ts';
import type { FollowingSampler } from './sampling/following-sampler.ts';
import { createPassingProvider } from './span/create-passing-provider.ts';
import { createTracerProvider } from './span/create-tracer-provider.ts';
import type { SpanSink } from './span/span-scope.ts';

/**
 * Makes this process's spans, for whoever asks the API for them.
 *
 * @param sampler absent: no span is made, and ids go on as they came
 * @returns sends the last spans; never rejects
 */
export function startSpans(
  { spanLimits, traces }: TracingConfig,
  resource: Resource,
  outbox: Outbox,
  sampler: FollowingSampler | undefined,
): () => Promise<void> {
  if (!sampler) {
    trace.setGlobalTracerProvider(createPassingProvider());
    return () => Promise.resolve();
  }
  const { provider, shutdown } = createTracerProvider({
    resource,
    sampler,
    limits: spanLimits,
    // Without it there are still spans: the ids of lines and answers come from them.
    ...(traces && { sink: spanSink(traces, resource, outbox) }),
  });
  trace.setGlobalTracerProvider(provider);
  return shutdown;
}

function spanSink(batch: BatchConfig, resource: Resource, outbox: Outbox): SpanSink {
  return createSpanSink({
    resource,
    outbox,
    ledger: ledgers.spans,
    maxBatchItems: batch.maxExportBatchSize,
    delayMillis: batch.scheduledDelayMillis,
  });
}
