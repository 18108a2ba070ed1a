import {
  ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
  ServerListenerBuilder,
  status,
} from '@grpc/grpc-js';
import type { Log } from './log.ts';
import { type TraceIds, traceIdsOf } from './trace-ids.ts';

export interface CallObserver {
  readonly interceptor: ServerInterceptor;
  /** Ends every open call that streams answers; such a call would keep the server from stopping. */
  endStreams(): void;
}

/**
 * Sees every call from below, where grpc-js itself ends calls that no handler ever gets: a request
 * that cannot be decoded or is too long, a deadline that passes before the request is there. Those
 * have no span; their completion line takes its ids from the metadata.
 */
export function createCallObserver(log: Log): CallObserver {
  const streams = new Set<ServerInterceptingCallInterface>();
  const interceptor: ServerInterceptor = (method, call) => {
    const quiet = /^\/grpc\.(health|reflection)\./.test(method.path);
    let handled = quiet;
    let ids: TraceIds | undefined;
    if (method.responseStream) streams.add(call);

    // grpc-js sends what it decides itself past the interceptors, but through this method.
    const sendStatus = call.sendStatus.bind(call);
    call.sendStatus = (answer) => {
      if (!handled) {
        handled = true;
        const fields = { 'rpc.method': method.path.slice(1), 'rpc.status_code': status[answer.code ?? 2] };
        log.warn('call ended before its handler', { ...fields, detail: answer.details, ...ids });
      }
      sendStatus(answer);
    };
    const listener = new ServerListenerBuilder()
      .withOnReceiveMetadata((metadata, next) => {
        ids = traceIdsOf(metadata);
        next(metadata);
      })
      .withOnReceiveHalfClose((next) => {
        handled = true;
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
