import * as grpc from '@grpc/grpc-js';
import type { ReceivedSpan } from '../../testing/otlp.ts';
import { clientSpans, errorMark, lateMark, serverSpans } from './span-sides.ts';
import type { SeenCase } from './spans-of-case.ts';

/** What the table says of a call, in the words of `Ending`. */
export interface Cell {
  readonly client: string;
  readonly server: string;
}

export function cellOf(seen: SeenCase): Cell {
  const clients = clientSpans(seen);
  const server = (span: ReceivedSpan) => `${outcomeOf(span)}${attemptOf(span)}${lateMark(span, clients[0])}`;
  return {
    client: clients.map(outcomeOf).join(' ') || 'none',
    server: serverSpans(seen).map(server).join(' ') || 'none',
  };
}

/** The stock instrumentation writes the number of the status; one that has none is named after its error. */
function outcomeOf(span: ReceivedSpan): string {
  const { attributes } = span;
  const code = attributes['rpc.status_code'] ?? grpc.status[Number(attributes['rpc.grpc.status_code'])];
  return `${code ?? attributes['error.type'] ?? 'no status'}${errorMark(span)}`;
}

function attemptOf({ attributes }: ReceivedSpan): string {
  const before = attributes['rpc.grpc.previous_attempts'];
  return before === undefined ? '' : `#${before}`;
}
