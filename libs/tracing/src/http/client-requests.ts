import type { ClientRequest, IncomingMessage } from 'node:http';
import { context } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { MARK_HEADER } from '../sampling/mark/mark-header.ts';
import {
  type CallEnd,
  type ClientCall,
  endClientCall,
  noteFailure,
  sentContext,
  startClientCall,
} from './client-span.ts';
import { listenTo } from './listen-to.ts';
import { removeHeader } from './remove-header.ts';
import { targetOf } from './request-target.ts';
import type { TracingParts } from './tracing-parts.ts';
import { writeHeader } from './write-header.ts';

const CREATED = 'http.client.request.created';
const FAILED = 'http.client.request.error';
/** Of the head of an answer. */
const ANSWERED = 'http.client.response.finish';

interface Call {
  readonly made: ClientCall;
  error?: Error;
}

/** On a request: a table of them would cost each ten times as much. */
const CALL = Symbol('@mesh/tracing call');

type Traced = ClientRequest & { [CALL]?: Call };

/**
 * Traces what this process asks over `node:http` and `node:https`, from where the request is made. Node tells of
 * that by itself, so no function is replaced, and it calls the caller's listeners in the caller's context.
 *
 * @returns what ends that
 */
export function traceClientRequests(parts: TracingParts): () => void {
  const stops = [
    listenTo(CREATED, (message) => startCall(parts, (message as { request: Traced }).request)),
    listenTo(FAILED, (message) => {
      const { request, error } = message as { request: Traced; error: Error };
      const call = request[CALL];
      // The first one is the reason; others follow from it.
      if (!call || call.error) return;
      call.error = error;
      noteFailure(call.made, { error });
    }),
    listenTo(ANSWERED, (message) => {
      const { request, response } = message as { request: Traced; response: IncomingMessage };
      const call = request[CALL];
      if (call) noteFailure(call.made, { status: response.statusCode });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function startCall({ tracer, boundary }: TracingParts, request: Traced): void {
  // A service may hand on what it was sent: a mark is good for one process.
  removeHeader(request, MARK_HEADER);
  const parent = context.active();
  if (isTracingSuppressed(parent)) return;
  const target = targetOf(request);
  const call: Call = { made: startClientCall(tracer(), parent, request.method, target) };
  request[CALL] = call;
  const overUnixSocket = target.host !== request.host;
  boundary.send(sentContext(parent, call.made.span), overUnixSocket ? '' : target.host, (name, value) =>
    writeHeader(request, name, value),
  );
  request.once('close', () => endCall(call, request));
}

/** `close` is the last event of a request, whatever became of it, and comes once. */
function endCall({ made, error }: Call, request: ClientRequest): void {
  const { res: response = null } = request as { res?: IncomingMessage | null };
  if (response && made.span.isRecording())
    made.span.setAttribute('network.protocol.version', response.httpVersion);
  endClientCall(made, endOf(response, error));
}

function endOf(response: IncomingMessage | null, error: Error | undefined): CallEnd {
  if (!response) return { error: error ?? new Error('there was no answer') };
  const { statusCode: status, complete } = response;
  const { upgrade } = response as { upgrade?: boolean };
  if (complete || upgrade) return { status };
  return { status, error: error ?? response.errored ?? new Error('the answer was not read to its end') };
}
