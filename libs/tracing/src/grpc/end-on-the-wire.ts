import type { OutgoingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { Span } from '@opentelemetry/api';
import type { Headers } from '../propagation/boundary.ts';
import { endWithStatus } from './end-with-status.ts';
import { readTimeout } from './grpc-timeout.ts';
import { isServerError } from './is-server-error.ts';
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

/**
 * Ends the span of a call when its status goes out, or its stream is closed without one. Not when the handler is
 * done: that may be late, or never. Nor by 'close' alone: a caller can keep its half of the stream open for ever.
 */
export function endOnTheWire(span: Span, stream: ServerHttp2Stream, headers: Headers): void {
  const { respond, sendTrailers } = stream;
  const startedAt = performance.now();
  let isOpen = true;
  const end = (status: StatusName, trailers: OutgoingHttpHeaders) => {
    if (!isOpen) return;
    isOpen = false;
    const isError = isServerError(status);
    endWithStatus(span, status, isError, isError ? messageOf(trailers) : '');
  };
  const sent = (trailers: OutgoingHttpHeaders) => end(statusName(Number(trailers['grpc-status'])), trailers);

  stream.respond = (answer, options) => {
    respond.call(stream, answer, options);
    if (answer && options?.endStream) sent(answer as OutgoingHttpHeaders);
  };
  stream.sendTrailers = (trailers) => {
    sendTrailers.call(stream, trailers);
    sent(trailers);
  };
  stream.once('close', () => {
    if (!isOpen) return;
    const isLate = isPast(readTimeout(headers['grpc-timeout']), performance.now() - startedAt);
    end(isLate ? 'DEADLINE_EXCEEDED' : 'CANCELLED', NONE_SENT);
  });
}

function isPast(timeout: number, elapsed: number): boolean {
  const underWay = Math.min(Math.max(UNDER_WAY_MS, timeout * UNDER_WAY_SHARE), MOST_UNDER_WAY_MS);
  return elapsed >= timeout - underWay;
}

/** As it was before grpc-js percent-encoded it for the wire. */
function messageOf({ 'grpc-message': message }: OutgoingHttpHeaders): string {
  try {
    return decodeURI(String(message ?? ''));
  } catch {
    return String(message);
  }
}
