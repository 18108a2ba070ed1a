import { SamplingDecision, type SpanContext, TraceFlags } from '@opentelemetry/api';
import type { SamplingResult } from '@opentelemetry/sdk-trace';
import { newSpanId } from './ids.ts';
import { type Lineage, RANDOM_FLAG } from './lineage.ts';

/** Of a span whose parent has decided all. */
export function childOf({ traceId, traceFlags, traceState }: SpanContext): SpanContext {
  const flags = traceFlags & (TraceFlags.SAMPLED | RANDOM_FLAG);
  const context = { traceId, spanId: newSpanId(), traceFlags: flags };
  return traceState ? { ...context, traceState } : context;
}

/** Of a span that a sampler was asked about. */
export function decided({ traceId, randomFlag, traceState }: Lineage, result: SamplingResult): SpanContext {
  const isSampled = result.decision === SamplingDecision.RECORD_AND_SAMPLED;
  const state = result.traceState ?? traceState;
  const traceFlags = randomFlag | (isSampled ? TraceFlags.SAMPLED : 0);
  const context = { traceId, spanId: newSpanId(), traceFlags };
  return state ? { ...context, traceState: state } : context;
}
