import { type CallerTrace, MALFORMED } from './caller-trace.ts';
import { originalOf, spanIdOfHex, traceIdOfHex } from './hex-ids.ts';

/**
 * What both forms of B3 say of a caller.
 *
 * @param trace 16 or 32 hexadecimal digits, as any text may be none
 * @param span 16 hexadecimal digits; absent: the caller has an id and no span
 * @param flags absent: the caller leaves the decision to us
 */
export function b3Caller(trace: string, span: string | undefined, flags: number | undefined): CallerTrace {
  const traceId = traceIdOfHex(trace);
  const spanId = span === undefined ? undefined : spanIdOfHex(span);
  if (!traceId || (span !== undefined && !spanId)) return MALFORMED;
  return {
    traceId,
    ...originalOf(trace, traceId),
    ...(spanId && { spanId }),
    ...(flags !== undefined && { flags }),
  };
}
