import type { SpanContext } from '@opentelemetry/api';
import { b3Caller } from './b3-caller.ts';
import { flagsOfB3State } from './b3-state.ts';
import type { Headers } from './boundary.ts';
import type { CallerTrace } from './caller-trace.ts';
import { headerOf } from './header-of.ts';
import { trimBlanks } from './trim-blanks.ts';
import type { WireFormat } from './wire-format.ts';

/** Trace id, span id, sampling state, parent's span id; all but the first may be missing from the end on. */
const SHAPE = /^([0-9a-f]{16,32})(?:-([0-9a-f]{16})(?:-([01d])(?:-[0-9a-f]{16})?)?)?$/i;

/** Zipkin's B3 in one header: https://github.com/openzipkin/b3-propagation#single-header. */
export const b3Format: WireFormat = { fields: ['b3'], read, write };

function read(headers: Headers): CallerTrace | undefined {
  const value = headerOf(headers, 'b3');
  if (value === undefined || flagsOfB3State(value) !== undefined) return undefined;
  const [, trace = '', span, state] = SHAPE.exec(trimBlanks(value)) ?? [];
  return b3Caller(trace, span, flagsOfB3State(state));
}

function write(
  { traceId, spanId, traceFlags }: SpanContext,
  set: (name: string, value: string) => void,
): void {
  set('b3', `${traceId}-${spanId}-${traceFlags & 1}`);
}
