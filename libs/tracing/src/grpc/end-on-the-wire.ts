import type { OutgoingHttpHeaders, ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import type { Context } from '@opentelemetry/api';
import type { Headers } from '../propagation/boundary.ts';
import { isBelieved } from '../propagation/is-believed.ts';
import { withVerdict } from './carried-verdict.ts';
import { withFailedBelow } from './failed-below.ts';
import { readTimeout } from './grpc-timeout.ts';
import type { ServerCallEnd } from './server-call-end.ts';
import { type StatusName, statusName } from './status-name.ts';

/**
 * A caller resets its stream when its deadline passes. Its clock started before the server's, so that the server's
 * deadline is still some of the way ahead: as long as the request was under way, or waited at a busy server, and nobody
 * cancels that late. Under load, when deadlines matter most, 50 ms alone are too few: then it is a tenth of the time, and
 * at most a second.
 */
const UNDER_WAY_MS = 50;
const UNDER_WAY_SHARE = 0.1;
const MOST_UNDER_WAY_MS = 1000;

const NONE_SENT = { 'grpc-message': 'The stream was closed before a status was sent' };

/** What the functions below need of the call that their stream carries; they are shared, for a call's cost. */
const CALL = Symbol('@mesh/tracing call');

interface Call {
  readonly end: ServerCallEnd;
  readonly headers: Headers;
  readonly received: Context;
  /** A stream that is closed does not have it any more. */
  readonly session: ServerHttp2Session | undefined;
  readonly respond: ServerHttp2Stream['respond'];
  readonly sendTrailers: ServerHttp2Stream['sendTrailers'];
}

type Watched = ServerHttp2Stream & { [CALL]: Call };

/**
 * Ends a call when its status goes out, or its stream is closed without one. Not when the handler is done: that may be
 * late, or never. Nor by 'close' alone: a caller can keep its half of the stream open for ever.
 */
export function endOnTheWire(
  end: ServerCallEnd,
  stream: ServerHttp2Stream,
  headers: Headers,
  received: Context,
): void {
  const watched = stream as Watched;
  const session = stream.session as ServerHttp2Session | undefined;
  const { respond: answer, sendTrailers: finish } = stream;
  watched[CALL] = { end, headers, received, session, respond: answer, sendTrailers: finish };
  watched.respond = respond;
  watched.sendTrailers = sendTrailers;
  watched.on('close', close);
}

function respond(this: Watched, ...[answer, options]: Parameters<ServerHttp2Stream['respond']>): void {
  const call = this[CALL];
  const trailers = options?.endStream ? (answer as OutgoingHttpHeaders | undefined) : undefined;
  call.respond.call(this, trailers ? lastWords(call, trailers) : answer, options);
  if (trailers) call.end.end(statusIn(trailers), trailers);
}

function sendTrailers(this: Watched, trailers: OutgoingHttpHeaders): void {
  const call = this[CALL];
  call.sendTrailers.call(this, lastWords(call, trailers));
  call.end.end(statusIn(trailers), trailers);
}

/** The trailers, with what the caller has to know of its trace. */
function lastWords({ end, received }: Call, trailers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  end.judge(statusIn(trailers));
  return withVerdict(received, end.captured, withFailedBelow(received, trailers));
}

function statusIn(trailers: OutgoingHttpHeaders): StatusName {
  return statusName(Number(trailers['grpc-status']));
}

function close(this: Watched): void {
  const { end, headers, received, session } = this[CALL];
  if (!end.isOpen) return;
  const isLate = isPast(readTimeout(headers['grpc-timeout']), end.elapsed());
  const status = isLate ? 'DEADLINE_EXCEEDED' : 'CANCELLED';
  if (!isBelieved(received)) end.judge(status);
  // A process of the mesh that is gone says nothing any more of the trace: who did something for it has to.
  else end.judgeLater(session?.destroyed ? 'UNAVAILABLE' : status);
  end.end(status, NONE_SENT);
}

function isPast(timeout: number, elapsed: number): boolean {
  const underWay = Math.min(Math.max(UNDER_WAY_MS, timeout * UNDER_WAY_SHARE), MOST_UNDER_WAY_MS);
  return elapsed >= timeout - underWay;
}
