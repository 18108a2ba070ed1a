import type { ReceivedSpan } from '../../testing/otlp.ts';
import type { Cell } from './cell.ts';
import { clientSpans, errorMark, lateMark, serverSpans } from './span-sides.ts';
import type { SeenCase } from './spans-of-case.ts';

/** What the table says of a request, in the words of `HttpEnding`. */
export function httpCellOf(seen: SeenCase): Cell {
  const clients = clientSpans(seen);
  const server = (span: ReceivedSpan, index: number) => `${outcomeOf(span)}${lateMark(span, clients[index])}`;
  return {
    client: clients.map(outcomeOf).join(' ') || 'none',
    server: serverSpans(seen).map(server).join(' ') || 'none',
  };
}

/** The status, and what went wrong if it was not the status. */
function outcomeOf(span: ReceivedSpan): string {
  const { 'http.response.status_code': status, 'error.type': type } = span.attributes;
  const parts = [status, type === String(status) ? undefined : type].filter((part) => part !== undefined);
  return `${parts.join(' ')}${errorMark(span)}`;
}
