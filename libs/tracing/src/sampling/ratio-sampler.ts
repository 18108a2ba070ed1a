import { SamplingDecision, type TraceState, trace } from '@opentelemetry/api';
import type { Sampler, SamplingResult } from '@opentelemetry/sdk-trace';
import { readOt, writeOt } from '../propagation/ot-member.ts';
import { shortThreshold, thresholdOf } from './threshold.ts';

const DROPPED: SamplingResult = { decision: SamplingDecision.NOT_RECORD };

/**
 * Keeps the given share of traces, consistently: of two samplers the one with the higher ratio keeps all that the other
 * keeps, in any language that follows OTEP 235
 * (https://opentelemetry.io/docs/specs/otel/trace/tracestate-probability-sampling/). The SDK's own does not.
 *
 * A trace is kept by the randomness `rv` in its tracestate, or else by the last 56 bits of its id. The threshold that it
 * was kept by goes into tracestate as `th`, so that whoever counts can scale up.
 *
 * @param ratio 0 to 1; below 2^-56 nothing is kept
 */
export function createRatioSampler(ratio: number): Sampler {
  const threshold = thresholdOf(ratio);
  const th = threshold === undefined ? '' : shortThreshold(threshold);
  const keeps = (randomness: string) => threshold !== undefined && randomness >= threshold;
  // For most traces, which have no state yet.
  const keptWithoutState = kept(writeOt(undefined, { th }));
  return {
    shouldSample(context, traceId) {
      const state = trace.getSpanContext(context)?.traceState;
      if (!state) return keeps(traceId.slice(-14)) ? keptWithoutState : DROPPED;
      const ot = readOt(state);
      if (keeps(ot.rv ?? traceId.slice(-14))) return kept(writeOt(state, { ...ot, th }));
      // An old threshold would say that the trace was kept.
      return ot.th ? { ...DROPPED, traceState: writeOt(state, { ...ot, th: '' }) } : DROPPED;
    },
    toString: () => `RatioSampler{${ratio}}`,
  };
}

function kept(traceState: TraceState): SamplingResult {
  return { decision: SamplingDecision.RECORD_AND_SAMPLED, traceState };
}
