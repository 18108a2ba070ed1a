import type { SpanContext } from '@opentelemetry/api';
import type { Headers } from './boundary.ts';
import { type CallerTrace, MALFORMED } from './caller-trace.ts';
import { headerOf } from './header-of.ts';
import { originalOf, spanIdOfHex, traceIdOfHex } from './hex-ids.ts';
import type { WireFormat } from './wire-format.ts';

const TRACE_ID = 'x-b3-traceid';
const SPAN_ID = 'x-b3-spanid';
const SAMPLED = 'x-b3-sampled';
const FLAGS = 'x-b3-flags';
/** Old tracers wrote words. */
const SAMPLED_VALUES: ReadonlyMap<string | undefined, number | undefined> = new Map([
  ['1', 1],
  ['true', 1],
  ['0', 0],
  ['false', 0],
  [undefined, undefined],
]);

/** Zipkin's B3 in several headers: https://github.com/openzipkin/b3-propagation#multiple-headers. */
export const b3MultiFormat: WireFormat = { fields: [TRACE_ID, SPAN_ID, SAMPLED, FLAGS], read, write };

function read(headers: Headers): CallerTrace | undefined {
  const trace = headerOf(headers, TRACE_ID);
  if (trace === undefined) return undefined;
  const span = headerOf(headers, SPAN_ID);
  const sampled = headerOf(headers, SAMPLED);
  const traceId = traceIdOfHex(trace);
  const spanId = span === undefined ? undefined : spanIdOfHex(span);
  if (!traceId || (span !== undefined && !spanId) || !SAMPLED_VALUES.has(sampled)) return MALFORMED;
  // Debug: the caller wants it sampled, whatever else it says.
  const flags = headerOf(headers, FLAGS) === '1' ? 1 : SAMPLED_VALUES.get(sampled);
  return {
    traceId,
    ...originalOf(trace, traceId),
    ...(spanId && { spanId }),
    ...(flags !== undefined && { flags }),
  };
}

function write(
  { traceId, spanId, traceFlags }: SpanContext,
  set: (name: string, value: string) => void,
): void {
  set(TRACE_ID, traceId);
  set(SPAN_ID, spanId);
  set(SAMPLED, `${traceFlags & 1}`);
}
