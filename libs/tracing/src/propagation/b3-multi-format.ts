import type { SpanContext } from '@opentelemetry/api';
import { b3Caller } from './b3-caller.ts';
import { flagsOfB3State } from './b3-state.ts';
import type { Headers } from './boundary.ts';
import { type CallerTrace, MALFORMED } from './caller-trace.ts';
import { headerOf } from './header-of.ts';
import type { WireFormat } from './wire-format.ts';

const TRACE_ID = 'x-b3-traceid';
const SPAN_ID = 'x-b3-spanid';
const SAMPLED = 'x-b3-sampled';
const FLAGS = 'x-b3-flags';

/** Zipkin's B3 in several headers: https://github.com/openzipkin/b3-propagation#multiple-headers. */
export const b3MultiFormat: WireFormat = { fields: [TRACE_ID, SPAN_ID, SAMPLED, FLAGS], read, write };

function read(headers: Headers): CallerTrace | undefined {
  const trace = headerOf(headers, TRACE_ID);
  if (trace === undefined) return undefined;
  const sampled = headerOf(headers, SAMPLED);
  if (sampled !== undefined && flagsOfB3State(sampled) === undefined) return MALFORMED;
  // Debug: the caller wants it sampled, whatever else it says.
  const flags = flagsOfB3State(headerOf(headers, FLAGS) === '1' ? 'd' : sampled);
  return b3Caller(trace, headerOf(headers, SPAN_ID), flags);
}

function write(
  { traceId, spanId, traceFlags }: SpanContext,
  set: (name: string, value: string) => void,
): void {
  set(TRACE_ID, traceId);
  set(SPAN_ID, spanId);
  set(SAMPLED, `${traceFlags & 1}`);
}
