import type { Context } from '@opentelemetry/api';
import { MARK_HEADER } from '../sampling/mark/mark-header.ts';
import { BAGGAGE_HEADER, receiveBaggage } from './baggage.ts';
import { believe } from './believe.ts';
import type { Headers, TrustMode } from './boundary.ts';
import type { CallerTrace } from './caller-trace.ts';
import { headerOf } from './header-of.ts';
import { getOrigin, setOrigin } from './origin.ts';
import type { PropagationConfig } from './propagation-config.ts';
import { createTrustProof } from './trust-proof.ts';
import type { WireFormat } from './wire-format.ts';
import { formatsToRead } from './wire-formats.ts';

/** Adds to a context what headers say, as far as the mode of their server believes it. */
export type Receive = (context: Context, headers: Headers, mode: TrustMode) => Context;

export function createReceiver(config: PropagationConfig): Receive {
  const formats = formatsToRead(config);
  const hasProof = createTrustProof(config.trustKeys);
  const allowed = new Set(config.baggageKeys);
  const readsBaggage = config.formats?.includes('baggage') ?? true;
  return (context, headers, configured) => {
    const mode = hasProof(headers) ? 'trust' : configured;
    const caller = readCaller(formats, headers);
    const believed = caller ? believe(context, caller, mode) : context;
    // Where a caller is believed, it has decided: a mark is for those that are not.
    const received = config.readsMarks && mode !== 'trust' ? withMark(believed, headers) : believed;
    const hasBaggage = readsBaggage && headers[BAGGAGE_HEADER] !== undefined;
    return hasBaggage ? receiveBaggage(received, headers, mode, allowed) : received;
  };
}

function withMark(context: Context, headers: Headers): Context {
  const mark = headerOf(headers, MARK_HEADER);
  if (mark === undefined) return context;
  // Handlers do not get it: they could log it, or hand it on by ways that nobody watches.
  Reflect.deleteProperty(headers, MARK_HEADER);
  return setOrigin(context, { decides: true, ...getOrigin(context), mark });
}

/**
 * The first format that a request uses decides, and if it is malformed, the request has no trace: W3C asks to begin a
 * new one then, and an id from another header could be that of another trace.
 */
function readCaller(formats: readonly Pick<WireFormat, 'read'>[], headers: Headers): CallerTrace | undefined {
  for (const format of formats) {
    const caller = format.read(headers);
    if (caller) return caller;
  }
  return undefined;
}
