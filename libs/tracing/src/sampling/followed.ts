import { type Context, isSpanContextValid, SamplingDecision, TraceFlags, trace } from '@opentelemetry/api';
import type { SamplingResult } from '@opentelemetry/sdk-trace';
import { getOrigin } from '../propagation/origin.ts';

const DROPPED: SamplingResult = Object.freeze({ decision: SamplingDecision.NOT_RECORD });
const KEPT: SamplingResult = Object.freeze({ decision: SamplingDecision.RECORD_AND_SAMPLED });
/** A root, by the wish of a caller that has no trace. */
const WISHED: SamplingResult = Object.freeze({
  ...KEPT,
  attributes: Object.freeze({ 'sampling.reason': 'parent' }),
});

/** What the parent in a context has decided; undefined where there is none. */
export function followed(context: Context): SamplingResult | undefined {
  const parent = trace.getSpanContext(context);
  if (!parent || !isSpanContextValid(parent)) return undefined;
  if (!(parent.traceFlags & TraceFlags.SAMPLED)) return DROPPED;
  return parent.isRemote && getOrigin(context)?.sampled ? WISHED : KEPT;
}
