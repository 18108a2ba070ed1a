import type { SpanContext } from '@opentelemetry/api';
import type { Headers } from './boundary.ts';
import { type CallerTrace, MALFORMED } from './caller-trace.ts';
import { headerOf } from './header-of.ts';
import { formatTraceparent, parseTraceparent } from './traceparent.ts';
import type { WireFormat } from './wire-format.ts';

/** W3C Trace Context, level 2: https://www.w3.org/TR/trace-context-2/. */
export const w3cFormat: WireFormat = { fields: ['traceparent', 'tracestate'], read, write };

function read(headers: Headers): CallerTrace | undefined {
  const traceparent = headerOf(headers, 'traceparent');
  if (traceparent === undefined) return undefined;
  const caller = parseTraceparent(traceparent);
  const traceState = headerOf(headers, 'tracestate');
  if (!caller || traceState === undefined) return caller ?? MALFORMED;
  return { ...caller, traceState };
}

function write(span: SpanContext, set: (name: string, value: string) => void): void {
  set('traceparent', formatTraceparent(span));
  const state = span.traceState?.serialize();
  if (state) set('tracestate', state);
}
