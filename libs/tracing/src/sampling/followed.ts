import {
  type Context,
  INVALID_SPANID,
  isSpanContextValid,
  SamplingDecision,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
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
  // Of a root with an id from outside, which need not be looked at digit by digit.
  if (!parent || parent.spanId === INVALID_SPANID || !isSpanContextValid(parent)) return undefined;
  if (!(parent.traceFlags & TraceFlags.SAMPLED)) return DROPPED;
  return parent.isRemote && getOrigin(context)?.sampled ? WISHED : KEPT;
}
