import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { isProbe } from '../probes.ts';
import { isUntraced } from '../untraced-servers.ts';
import { routesOf } from './fastify-routes.ts';
import { listenIn } from './listen-in.ts';
import { otherOperation } from './operation.ts';
import { serverAttributes } from './server-attributes.ts';
import type { TracingParts } from './tracing-parts.ts';

/** What Node publishes when it has read the head of a request and before anything can answer. */
export interface StartedRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
}

export interface ServerSpan {
  /** Of the handlers. */
  readonly context: Context;
  /** A handler threw, which is an end: nobody is left to answer. */
  fail(error: unknown): void;
}

const PROBED: ServerSpan = { context: suppressTracing(ROOT_CONTEXT), fail: () => {} };

/** Starts the span of a request; it ends by itself, once, when the answer has gone out or the connection is lost. */
export function startServerSpan({ tracer, boundary }: TracingParts, started: StartedRequest): ServerSpan {
  const { request, response, server } = started;
  if (isProbe(request) || isUntraced(server)) {
    for (const emitter of [request, response]) listenIn(emitter, PROBED.context);
    return PROBED;
  }
  const { method = '', url = '' } = request;
  const operation = routesOf(server)?.find(method, url) ?? otherOperation(method);
  const received = boundary.receive(request.headers, request.socket.localPort);
  const attributes = serverAttributes(operation, request);
  const span = tracer().startSpan(operation.name, { kind: SpanKind.SERVER, attributes }, received);
  const context = trace.setSpan(received, span);
  listenIn(request, context);
  listenIn(response, context, endOf(span, response));
  return { context, fail: (error) => failed(span, error) };
}

/** What sees the events of the response, and ends the span with its last one. */
function endOf(span: Span, response: ServerResponse): (event: unknown) => void {
  let cut = 'client_gone';
  return (event) => {
    if (event === 'timeout') cut = 'timeout';
    if (event === 'close') end(span, response, cut);
  };
}

/** @param cut why an answer did not go out, if it did not; neither is known to be the server's fault */
function end(span: Span, response: ServerResponse, cut: string): void {
  const { headersSent, writableFinished, statusCode, errored } = response;
  if (!span.isRecording()) return;
  if (headersSent) span.setAttribute('http.response.status_code', statusCode);
  if (errored && !isOfClient(errored, response)) {
    // The server cut it off by itself, as a handler does that throws.
    failed(span, errored);
    return;
  }
  if (statusCode >= 500 && headersSent) span.setStatus({ code: SpanStatusCode.ERROR });
  if (!writableFinished) span.setAttribute('error.type', cut);
  else if (statusCode >= 500) span.setAttribute('error.type', String(statusCode));
  span.end();
}

/**
 * Whether an answer was cut off because the client has left: by the error of its request, which a pipeline hands on, or
 * by that with which Node destroys an answer that waits behind another one. Calls of our own that are cut off have the
 * same error, and whoever passes it on to his client has cut off the answer by himself.
 */
function isOfClient(error: NodeJS.ErrnoException, { req, socket }: ServerResponse): boolean {
  if (error === req.errored) return true;
  return socket === null && error.code === 'ECONNRESET' && error.message === 'aborted';
}

function failed(span: Span, error: unknown): void {
  if (!span.isRecording()) return;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  span.recordException(error instanceof Error ? error : String(error));
  span.setAttribute('error.type', name);
  span.setStatus({ code: SpanStatusCode.ERROR, message });
  span.end();
}
