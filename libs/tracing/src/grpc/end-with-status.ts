import { type Span, SpanStatusCode } from '@opentelemetry/api';
import type { StatusName } from './status-name.ts';

/** As much of a status message as tells what went wrong: the other side chooses its length. */
const MESSAGE_LENGTH = 256;

/** Ends a span with what the call ended with. A status that is no error leaves that of the span unset. */
export function endWithStatus(span: Span, status: StatusName, isError: boolean, message: string): void {
  span.setAttribute('rpc.status_code', status);
  if (isError) {
    span.setAttribute('error.type', status);
    span.setStatus({ code: SpanStatusCode.ERROR, message: message.slice(0, MESSAGE_LENGTH) });
  }
  span.end();
}
