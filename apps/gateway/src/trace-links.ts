import { randomBytes } from 'node:crypto';

/** The headers that lead from an answer to its trace and its log lines. */
export interface TraceHeaders {
  /** W3C Trace Context level 2: the span that answered. */
  readonly traceresponse: string;
  /** 32 hex digits. */
  readonly 'x-trace-id': string;
  /** RFC 8288, `rel="trace"` and `rel="logs"`. */
  readonly link: string;
}

export interface LinkTemplates {
  /** With `{traceId}`. */
  readonly traceUrl: string;
  readonly logsUrl: string;
}

/** @param traceparent of the span that answers; undefined where no span was made for the request. */
export function traceHeaders(
  traceparent: string | undefined,
  { traceUrl, logsUrl }: LinkTemplates,
): TraceHeaders {
  const traceresponse = traceparent ?? freshTraceparent();
  const traceId = traceresponse.slice(3, 35);
  const [trace, logs] = [traceUrl, logsUrl].map((url) => url.replaceAll('{traceId}', traceId));
  const link = `<${trace}>; rel="trace", <${logs}>; rel="logs"`;
  return { traceresponse, 'x-trace-id': traceId, link };
}

/** An id to quote in a complaint, also where nothing was recorded: flag 00, not sampled. */
function freshTraceparent(): string {
  const [traceId, spanId] = [randomBytes(16), randomBytes(8)].map((bytes) => bytes.toString('hex'));
  return `00-${traceId}-${spanId}-00`;
}
