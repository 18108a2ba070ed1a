import assert from 'node:assert/strict';
import type { ReceivedSpan } from '../../testing/otlp.ts';
import type { SeenCase } from './spans-of-case.ts';
import { SLACK_MILLIS } from './times.ts';

const SERVER = 2;
const CLIENT = 3;
const OK = 1;
const ERROR = 2;

export function clientSpans({ spans }: SeenCase): ReceivedSpan[] {
  return spans.filter(({ kind }) => kind === CLIENT);
}

export function serverSpans({ spans }: SeenCase): ReceivedSpan[] {
  return spans.filter(({ kind }) => kind === SERVER);
}

/** `!` of a span that is an error. None says that it is OK: only those who see more than the call may say that. */
export function errorMark(span: ReceivedSpan): string {
  assert.notEqual(span.status, OK);
  return span.status === ERROR ? '!' : '';
}

/** Tells whether a server span went on when the call was over: at its client, or, where that is gone, at once. */
export function lateMark(server: ReceivedSpan, client: ReceivedSpan | undefined): string {
  const over = client?.endUnixNano ?? server.startUnixNano;
  return Number(server.endUnixNano - over) > SLACK_MILLIS * 1e6 ? ' (late)' : '';
}

/** Attributes by their names, to be compared. */
export function sorted(attributes: Record<string, unknown>): [string, unknown][] {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
