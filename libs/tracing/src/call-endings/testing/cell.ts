import assert from 'node:assert/strict';
import * as grpc from '@grpc/grpc-js';
import type { ReceivedSpan } from '../../testing/otlp.ts';
import type { Seen } from './run-endings.ts';
import { SLACK_MILLIS } from './times.ts';

/** What the table says of a call, in the words of `Ending`. */
export interface Cell {
  readonly client: string;
  readonly server: string;
}

const OK = 1;
const ERROR = 2;

export function cellOf(seen: Seen): Cell {
  const [clients, servers] = [clientSpans(seen), serverSpans(seen)];
  const text = (span: ReceivedSpan) =>
    `${outcomeOf(span)}${attemptOf(span)}${isLate(span, clients[0]) ? ' (late)' : ''}`;
  return {
    client: clients.map(outcomeOf).join(' ') || 'none',
    server: servers.map(text).join(' ') || 'none',
  };
}

export function clientSpans({ spans }: Seen): ReceivedSpan[] {
  return spans.filter(({ kind }) => kind === 3);
}

/** In the order in which they began. */
export function serverSpans({ spans }: Seen): ReceivedSpan[] {
  return spans.filter(({ kind }) => kind === 2).toSorted((a, b) => Number(a.startUnixNano - b.startUnixNano));
}

/** No span says that it is OK: only those who see more than the call may say that. */
function isError(span: ReceivedSpan): boolean {
  assert.notEqual(span.status, OK);
  return span.status === ERROR;
}

/** The stock instrumentation writes the number of the status; one that has none is named after its error. */
function outcomeOf(span: ReceivedSpan): string {
  const code =
    span.attributes['rpc.status_code'] ?? grpc.status[Number(span.attributes['rpc.grpc.status_code'])];
  return `${code ?? span.attributes['error.type'] ?? 'no status'}${isError(span) ? '!' : ''}`;
}

function attemptOf({ attributes }: ReceivedSpan): string {
  const before = attributes['rpc.grpc.previous_attempts'];
  return before === undefined ? '' : `#${before}`;
}

/** Whether it went on when the call was over: at its client, or, where that is gone, at once. */
function isLate(server: ReceivedSpan, client: ReceivedSpan | undefined): boolean {
  return Number(server.endUnixNano - (client?.endUnixNano ?? server.startUnixNano)) > SLACK_MILLIS * 1e6;
}
