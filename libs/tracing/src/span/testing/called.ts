import { type Context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { newSpanId, newTraceId } from '../ids.ts';

/** The context of a request whose caller has not sampled it, in a trace of its own. */
export function called(): Context {
  const caller = { traceId: newTraceId(), spanId: newSpanId(), traceFlags: 0, isRemote: true };
  return trace.setSpanContext(ROOT_CONTEXT, caller);
}
