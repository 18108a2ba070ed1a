import type { Context } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { validSpanContext } from '../span/valid-span-context.ts';
import { sendBaggage } from './baggage.ts';
import { getOrigin } from './origin.ts';
import type { PropagationConfig } from './propagation-config.ts';
import { traceIdFormat } from './trace-id-format.ts';
import { formatTraceparent } from './traceparent.ts';
import { w3cFormat } from './w3c-format.ts';
import { formatsToWrite } from './wire-formats.ts';

/** Writes what others may know of a context; `isAllowed`: whether they may know all of it. */
export type Send = (context: Context, isAllowed: boolean, set: (name: string, value: string) => void) => void;

export function createSender(config: PropagationConfig): Send {
  const formats = formatsToWrite(config);
  const goesElsewhere = config.elsewhere === 'traceparent' && formats.includes(w3cFormat);
  const writesBaggage = config.formats?.includes('baggage') ?? true;
  return (context, isAllowed, set) => {
    // A probe, or what the library itself sends: no part of any trace.
    if (isTracingSuppressed(context)) return;
    const span = validSpanContext(context);
    if (!isAllowed) {
      if (goesElsewhere && span) set('traceparent', formatTraceparent(span));
      return;
    }
    if (span) for (const format of formats) format.write(span, set);
    else if (formats.includes(traceIdFormat)) passOn(context, set);
    if (writesBaggage) sendBaggage(context, set);
  };
}

/** Where no spans are made, an id that came without one still goes on. */
function passOn(context: Context, set: (name: string, value: string) => void): void {
  const traceId = getOrigin(context)?.traceId;
  if (traceId) set('trace-id', traceId);
}
