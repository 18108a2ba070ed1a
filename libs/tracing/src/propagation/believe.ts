import { type Context, type SpanContext, trace } from '@opentelemetry/api';
import { SilentSpan } from '../span/silent-span.ts';
import type { TrustMode } from './boundary.ts';
import type { CallerTrace } from './caller-trace.ts';
import { getOrigin, type Origin, setOrigin } from './origin.ts';
import { parseTraceState } from './trace-state.ts';

const DECIDES: Origin = { decides: true };

/** The context with as much of the caller's trace as the mode takes over. */
export function believe(context: Context, caller: CallerTrace, mode: TrustMode): Context {
  const { traceId, spanId, flags } = caller;
  if (traceId === undefined && flags !== undefined && mode === 'trust') return decide(context, flags);
  if (traceId === undefined || mode === 'ignore') return context;
  if (mode === 'link')
    return spanId ? setOrigin(context, linkTo(parentOf(caller, spanId, caller.flags))) : context;
  if (!spanId) return setOrigin(context, { ...originOf(caller), traceId });
  return mode === 'trust' ? trust(context, caller, spanId) : adopt(context, caller, spanId);
}

/** Everything. Only a caller that left the decision open, and B3's short ids, need more words than the parent has. */
function trust(context: Context, caller: CallerTrace, spanId: string): Context {
  const { flags, originalId, traceState } = caller;
  const state = traceState === undefined ? undefined : parseTraceState(traceState);
  const parent = parentOf(caller, spanId, flags);
  const withParent = withSpan(context, state ? { ...parent, traceState: state } : parent);
  // There is an origin already where a message is read within a request, by an instrumentation of others.
  if (flags !== undefined && originalId === undefined && !getOrigin(context)) return withParent;
  return setOrigin(withParent, { ...originOf(caller), decides: flags === undefined });
}

/** The ids alone: no flag, so that neither a forced trace nor a forged random id gets in. */
function adopt(context: Context, caller: CallerTrace, spanId: string): Context {
  return setOrigin(withSpan(context, parentOf(caller, spanId, 0)), originOf(caller));
}

function decide(context: Context, flags: number): Context {
  return setOrigin(context, { decides: false, sampled: (flags & 1) === 1 });
}

function parentOf({ traceId = '' }: CallerTrace, spanId: string, flags = 0): SpanContext {
  return { traceId, spanId, traceFlags: flags, isRemote: true };
}

/** Both ids were looked at when they were read. */
function withSpan(context: Context, parent: SpanContext): Context {
  return trace.setSpan(context, new SilentSpan(parent));
}

function originOf({ originalId }: CallerTrace): Origin {
  return originalId === undefined ? DECIDES : { decides: true, originalId };
}

function linkTo(link: SpanContext): Origin {
  return { decides: true, link };
}
