import type { ClientRequest, IncomingMessage } from 'node:http';
import { context } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { MARK_HEADER } from '../sampling/mark/mark-header.ts';
import { type CallEnd, type ClientCall, endClientCall, sentContext, startClientCall } from './client-span.ts';
import { listenTo } from './listen-to.ts';
import { removeHeader } from './remove-header.ts';
import { targetOf } from './request-target.ts';
import type { TracingParts } from './tracing-parts.ts';
import { writeHeader } from './write-header.ts';

const CREATED = 'http.client.request.created';
const FAILED = 'http.client.request.error';

type Errors = WeakMap<ClientRequest, Error>;

/**
 * Traces what this process asks over `node:http` and `node:https`, from where the request is made. Node tells of
 * that by itself, so no function is replaced, and it calls the caller's listeners in the caller's context.
 *
 * @returns what ends that
 */
export function traceClientRequests(parts: TracingParts): () => void {
  const errors: Errors = new WeakMap();
  const stops = [
    listenTo(CREATED, (message) => startCall(parts, errors, (message as { request: ClientRequest }).request)),
    listenTo(FAILED, (message) => {
      const { request, error } = message as { request: ClientRequest; error: Error };
      // The first one is the reason; others follow from it.
      if (!errors.has(request)) errors.set(request, error);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function startCall({ tracer, boundary }: TracingParts, errors: Errors, request: ClientRequest): void {
  // A service may hand on what it was sent: a mark is good for one process.
  removeHeader(request, MARK_HEADER);
  const parent = context.active();
  if (isTracingSuppressed(parent)) return;
  const target = targetOf(request);
  const call = startClientCall(tracer(), parent, request.method, target);
  const overUnixSocket = target.host !== request.host;
  boundary.send(sentContext(parent, call.span), overUnixSocket ? '' : target.host, (name, value) =>
    writeHeader(request, name, value),
  );
  request.once('close', () => endCall(call, request, errors.get(request)));
}

/** `close` is the last event of a request, whatever became of it, and comes once. */
function endCall(call: ClientCall, request: ClientRequest, error: Error | undefined): void {
  const { res: response = null } = request as { res?: IncomingMessage | null };
  if (response && call.span.isRecording())
    call.span.setAttribute('network.protocol.version', response.httpVersion);
  endClientCall(call, endOf(response, error));
}

function endOf(response: IncomingMessage | null, error: Error | undefined): CallEnd {
  if (!response) return { error: error ?? new Error('there was no answer') };
  const { statusCode: status, complete } = response;
  const { upgrade } = response as { upgrade?: boolean };
  if (complete || upgrade) return { status };
  return { status, error: error ?? response.errored ?? new Error('the answer was not read to its end') };
}
