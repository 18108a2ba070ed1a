import type { ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import { type Context, context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { answerTell } from '../capture/tell/answer-tell.ts';
import { TELL_PATH } from '../capture/tell/tell-method.ts';
import type { Headers } from '../propagation/boundary.ts';
import { requestOf } from '../request-record.ts';
import { hearCaller } from './carried-verdict.ts';
import { contextInterceptor } from './context-interceptor.ts';
import { endOnTheWire } from './end-on-the-wire.ts';
import type { GrpcServer, StreamHandler } from './grpc-module.ts';
import type { GrpcTracing } from './grpc-tracing.ts';
import { isInfrastructure } from './infrastructure.ts';
import { ServerCallEnd } from './server-call-end.ts';
import { createEntrances } from './server-entrance.ts';
import { startServerSpan } from './server-span.ts';

const UNTRACED = suppressTracing(ROOT_CONTEXT);
const OURS = [contextInterceptor];

/** What makes, of a function that handles HTTP/2 requests, one that does so within a span for each call. */
export function createServerCalls(tracing: GrpcTracing): (handle: StreamHandler) => StreamHandler {
  const open = createOpen(tracing);
  return (handle) =>
    function (this: GrpcServer, interceptors, stream, headers) {
      if (!tracing.isEnabled() || !isCall(headers)) return handle.call(this, interceptors, stream, headers);
      if (headers[':path'] === TELL_PATH) {
        answerTell(stream, tracing.boundary);
        return;
      }
      const opened = open(this, stream, headers);
      // The first of the interceptors is the one nearest to the wire.
      const all = interceptors.length === 0 ? OURS : [contextInterceptor, ...interceptors];
      return context.with(opened, handle, this, all, stream, headers);
    };
}

/** Starts the span of a call; it ends by itself. The context is that of the call. */
function createOpen({ tracer, boundary }: GrpcTracing) {
  const entranceOf = createEntrances();
  return (server: GrpcServer, stream: ServerHttp2Stream, headers: Headers): Context => {
    const path = String(headers[':path']);
    if (isInfrastructure(path)) return UNTRACED;
    const { port, operations } = entranceOf(server, stream.session as ServerHttp2Session | undefined);
    const handler = server._retrieveHandler(path);
    const operation = handler ? operations.of(path) : operations.other(path);
    const received = boundary.receive(headers, port);
    const span = startServerSpan(tracer(), operation, headers, received);
    const end = new ServerCallEnd(span, operation, handler?.type === 'unary', requestOf(received));
    hearCaller(headers, received, end.captured);
    endOnTheWire(end, stream, headers, received);
    return trace.setSpan(received, span);
  };
}

/** grpc-js answers anything else with HTTP's 415. */
function isCall({ 'content-type': type }: Headers): boolean {
  return typeof type === 'string' && type.startsWith('application/grpc');
}
