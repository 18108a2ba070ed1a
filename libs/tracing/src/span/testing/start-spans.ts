import type { Context, SpanOptions, Tracer } from '@opentelemetry/api';
import { ROOT_CONTEXT } from '@opentelemetry/api';
import { defaultResource } from '@opentelemetry/resources';
import { AlwaysOnSampler, type SpanLimits } from '@opentelemetry/sdk-trace';
import { readSpanLimits } from '../../env/read-span-limits.ts';
import type { FollowingSampler } from '../../sampling/following-sampler.ts';
import { createTracerProvider, type MeshTracerProvider } from '../create-tracer-provider.ts';
import type { RecordingSpan } from '../recording-span.ts';
import type { SpanRecord } from '../span-record.ts';

export interface StartedSpans extends MeshTracerProvider {
  readonly tracer: Tracer;
  /** Those that have ended and were sampled, in that order. */
  readonly sent: SpanRecord[];
  /** Starts and ends one. */
  one(options?: SpanOptions, context?: Context): RecordingSpan;
}

/** A provider whose spans go into a list. */
export function startSpans(
  sampler: FollowingSampler = new AlwaysOnSampler(),
  limits: Partial<SpanLimits> = {},
): StartedSpans {
  const sent: SpanRecord[] = [];
  const provider = createTracerProvider({
    resource: defaultResource(),
    sampler,
    limits: { ...readSpanLimits({}), ...limits },
    sink: { begin() {}, take: (span) => sent.push(span), flush: async () => {} },
  });
  const tracer = provider.provider.getTracer('test');
  return {
    ...provider,
    tracer,
    sent,
    one(options = {}, context = ROOT_CONTEXT) {
      const span = tracer.startSpan('one', options, context);
      span.end();
      return span as RecordingSpan;
    },
  };
}
