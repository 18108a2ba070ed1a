import { AsyncResource } from 'node:async_hooks';
import {
  ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
  ServerListenerBuilder,
  status,
} from '@grpc/grpc-js';
import { earlyEndLine } from './early-end-line.ts';
import { isQuiet } from './is-quiet.ts';
import type { Log } from './log.ts';

export interface CallObserver {
  readonly interceptor: ServerInterceptor;
  /** Ends every open call that streams answers; such a call would keep the server from stopping. */
  endStreams(): void;
}

/**
 * Sees every call from below, where grpc-js itself ends calls that no handler ever gets: a request
 * that cannot be decoded or is too long, a deadline that passes before the request is there. Their
 * line is written here.
 */
export function createCallObserver(log: Log): CallObserver {
  const streams = new Set<ServerInterceptingCallInterface>();
  const interceptor: ServerInterceptor = (method, call) => {
    let handled = isQuiet(method.path);
    let complete = method.requestStream;
    // An event of the socket ends such a call, outside its context.
    const context = new AsyncResource('GrpcCall');
    const endEarly = (code: status, detail: string) => {
      if (handled) return;
      handled = true;
      context.runInAsyncScope(earlyEndLine, null, log, { 'rpc.method': method.path.slice(1) }, code, detail);
    };
    if (method.responseStream) streams.add(call);

    // grpc-js sends what it decides itself past the interceptors, but through this method.
    const sendStatus = call.sendStatus.bind(call);
    call.sendStatus = (answer) => {
      endEarly(answer.code ?? status.UNKNOWN, answer.details ?? '');
      sendStatus(answer);
    };
    const listener = new ServerListenerBuilder()
      .withOnReceiveMessage((message, next) => {
        complete = true;
        next(message);
      })
      .withOnReceiveHalfClose((next) => {
        // A request that ends without a message gets no handler.
        if (complete) handled = true;
        next();
      })
      .withOnCancel(() => streams.delete(call))
      .build();
    return new ServerInterceptingCall(call, { start: (next) => next(listener) });
  };
  const endStreams = () => {
    for (const call of streams) {
      call.sendStatus({ code: status.UNAVAILABLE, details: 'the server is stopping' });
    }
  };
  return { interceptor, endStreams };
}
