import { context } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { MARK_HEADER } from '../sampling/mark/mark-header.ts';
import { type ClientCall, endClientCall, noteFailure, sentContext, startClientCall } from './client-span.ts';
import { listenTo } from './listen-to.ts';
import type { TracingParts } from './tracing-parts.ts';

/** On a request: a table of them would cost each ten times as much. */
const CALL = Symbol('@mesh/tracing call');

/** The part of an undici request (7.x) that is used here. */
interface UndiciRequest {
  readonly origin: string | URL;
  /** With the query. */
  readonly path: string;
  readonly method: string;
  /** Names and values in turn. */
  readonly headers: (string | string[])[];
  /** The protocol that the connection is wanted for. */
  readonly upgrade: string | null;
  addHeader(name: string, value: string): void;
  [CALL]?: Call | undefined;
}

interface Call {
  readonly made: ClientCall;
  status?: number;
}

type Message = { request: UndiciRequest; response: { statusCode: number }; error: Error };

/**
 * Traces what this process asks with `fetch`, each redirect as a call of its own, over the channels that undici
 * tells of its requests on.
 *
 * @returns what ends that
 */
export function traceFetchRequests(parts: TracingParts): () => void {
  const end = (request: UndiciRequest, error?: Error) => {
    const call = request[CALL];
    request[CALL] = undefined;
    if (call) endClientCall(call.made, { status: call.status, error });
  };
  return listenToAll({
    'undici:request:create': ({ request }) => {
      const made = startCall(parts, request);
      if (made) request[CALL] = { made };
    },
    'undici:request:headers': ({ request, response }) => {
      const call = request[CALL];
      if (!call) return;
      call.status = response.statusCode;
      noteFailure(call.made, call);
    },
    'undici:request:trailers': ({ request }) => end(request),
    'undici:request:error': ({ request, error }) => end(request, error),
  });
}

/** @returns `undefined` where there is none to be told of: in background work that is not traced, and for an upgrade */
function startCall({ tracer, boundary }: TracingParts, request: UndiciRequest): ClientCall | undefined {
  removeHeader(request, MARK_HEADER);
  const parent = context.active();
  if (isTracingSuppressed(parent)) return undefined;
  const { origin, path, method, upgrade } = request;
  const { hostname, port, protocol, host } = new URL(origin);
  const target = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    url: `${protocol}//${host}${path}`,
  };
  // Nothing tells of the end of a connection that was upgraded: its span would never end.
  const made = upgrade ? undefined : startClientCall(tracer(), parent, method, target);
  const sent = made ? sentContext(parent, made.span) : parent;
  boundary.send(sent, target.host, (name, value) => writeHeader(request, name, value));
  return made;
}

/** A service may hand on what it was sent: a mark is good for one process. */
function removeHeader({ headers }: UndiciRequest, name: string): void {
  for (let i = headers.length - 2; i >= 0; i -= 2) if (isName(headers[i], name)) headers.splice(i, 2);
}

/** In the place of one that the caller may have written. */
function writeHeader(request: UndiciRequest, name: string, value: string): void {
  const { headers } = request;
  for (let i = 0; i < headers.length; i += 2) {
    if (!isName(headers[i], name)) continue;
    headers[i + 1] = value;
    return;
  }
  request.addHeader(name, value);
}

function isName(header: string | string[] | undefined, name: string): boolean {
  return header?.length === name.length && String(header).toLowerCase() === name;
}

function listenToAll(listeners: Record<string, (message: Message) => void>): () => void {
  const stops = Object.entries(listeners).map(([channel, take]) =>
    listenTo(channel, (message) => take(message as Message)),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
