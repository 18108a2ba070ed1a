import type { TraceState } from '@opentelemetry/api';
import { type Context, INVALID_SPANID, type SpanContext, trace } from '@opentelemetry/api';
import { leaveRequest } from '../propagation/leave-request.ts';
import { getOrigin, type Origin } from '../propagation/origin.ts';
import { writeOt } from '../propagation/ot-member.ts';
import { newRandomness, newSpanId, newTraceId } from './ids.ts';
import { validSpanContext } from './valid-span-context.ts';

/** The flag of a trace id whose last 56 bits are random: https://www.w3.org/TR/trace-context-2/#random-trace-id-flag. */
export const RANDOM_FLAG = 2;

/** What a new span takes over from where it comes from. */
export interface Lineage {
  readonly traceId: string;
  /** `RANDOM_FLAG` or 0. */
  readonly randomFlag: number;
  readonly parent: SpanContext | undefined;
  readonly traceState: TraceState | undefined;
  /** For the sampler: without the parent, where the span decides by itself. */
  readonly context: Context;
  /** What the request says of itself, if this is the first span of it here. */
  readonly origin: Origin | undefined;
}

/** @param isRoot whatever is in the context, the span belongs to nothing in it */
export function lineageOf(context: Context, isRoot: boolean): Lineage {
  if (isRoot) return newTrace(leaveRequest(context), undefined);
  const parent = validSpanContext(context);
  const origin = parent && !parent.isRemote ? undefined : getOrigin(context);
  if (!parent)
    return origin?.traceId ? takenOver(context, origin, origin.traceId) : newTrace(context, origin);
  if (origin?.decides) return takenOver(context, origin, parent.traceId, parent);
  const { traceId, traceFlags, traceState } = parent;
  return { traceId, randomFlag: traceFlags & RANDOM_FLAG, parent, traceState, context, origin };
}

function newTrace(context: Context, origin: Origin | undefined): Lineage {
  const traceId = newTraceId();
  return {
    traceId,
    randomFlag: RANDOM_FLAG,
    parent: undefined,
    traceState: undefined,
    context: origin?.sampled === undefined ? context : withWish(context, traceId, origin.sampled),
    origin,
  };
}

/** For the sampler alone: to it, what a caller without a trace wants comes from a parent. */
function withWish(context: Context, traceId: string, isSampled: boolean): Context {
  const wish = { traceId, spanId: newSpanId(), traceFlags: Number(isSampled), isRemote: true };
  return trace.setSpanContext(context, wish);
}

/**
 * A trace whose id somebody else made, and whose sampling is decided here. An id that may be chosen to be sampled must
 * not decide: it gets a randomness of its own, `rv`, which all that follow read instead of it
 * (https://opentelemetry.io/docs/specs/otel/trace/tracestate-probability-sampling/).
 */
function takenOver(context: Context, origin: Origin, traceId: string, parent?: SpanContext): Lineage {
  const randomFlag = (parent?.traceFlags ?? 0) & RANDOM_FLAG;
  const traceState = randomFlag ? parent?.traceState : writeOt(parent?.traceState, { rv: newRandomness() });
  // Not valid as a parent, which makes a parent-based sampler ask its root; and still the place to read `rv` from.
  const place = {
    traceId,
    spanId: INVALID_SPANID,
    traceFlags: randomFlag,
    ...(traceState && { traceState }),
  };
  return { traceId, randomFlag, parent, traceState, context: trace.setSpanContext(context, place), origin };
}
