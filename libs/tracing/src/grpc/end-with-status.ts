import { type Attributes, type Span, SpanStatusCode } from '@opentelemetry/api';
import { redactText } from '../redaction/redact-text.ts';
import { setFixed } from '../span/set-fixed.ts';
import { NAMES, type StatusName } from './status-name.ts';

/** As much of a status message as tells what went wrong: the other side chooses its length. */
const MESSAGE_LENGTH = 256;

/** Each the same object for all spans. */
const STATUSES = Object.fromEntries(
  NAMES.map((name) => [name, Object.freeze({ 'rpc.status_code': name })]),
) as unknown as Readonly<Record<StatusName, Attributes>>;

/** Ends a span with what the call ended with. A status that is no error leaves that of the span unset. */
export function endWithStatus(span: Span, status: StatusName, isError: boolean, message: string): void {
  setFixed(span, STATUSES[status]);
  if (isError) {
    span.setAttribute('error.type', status);
    // Before it is cut: half a secret is not recognised.
    span.setStatus({ code: SpanStatusCode.ERROR, message: redactText(message).slice(0, MESSAGE_LENGTH) });
  }
  span.end();
}
