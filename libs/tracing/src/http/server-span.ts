import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type Context, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { isProbe } from '../probes.ts';
import { requestOf } from '../request-record.ts';
import { isUntraced } from '../untraced-servers.ts';
import { routesOf } from './fastify-routes.ts';
import { listenIn } from './listen-in.ts';
import { otherOperation } from './operation.ts';
import { serverAttributes } from './server-attributes.ts';
import { ServerEnd } from './server-end.ts';
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
  const end = new ServerEnd(span, operation.name, attributes, response, requestOf(received));
  const context = trace.setSpan(received, span);
  listenIn(request, context);
  listenIn(response, context, watch(end));
  return { context, fail: (error) => end.failed(error) };
}

/** What sees the events of the response, the last of which is the end. */
function watch(end: ServerEnd): (event: unknown) => void {
  let cut = 'client_gone';
  return (event) => {
    if (event === 'timeout') cut = 'timeout';
    if (event === 'close') end.closed(cut);
  };
}
