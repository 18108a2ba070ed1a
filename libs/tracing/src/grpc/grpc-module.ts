import type { ServerHttp2Stream } from 'node:http2';
import type * as grpc from '@grpc/grpc-js';
import type { Headers } from '../propagation/boundary.ts';

/** One loaded copy of `@grpc/grpc-js`. */
export type Grpc = typeof grpc;

/** What a server does with each HTTP/2 request, whatever it asks for; the interceptors of its credentials come first. */
export type StreamHandler = (
  this: GrpcServer,
  interceptors: readonly grpc.ServerInterceptor[],
  stream: ServerHttp2Stream,
  headers: Headers,
) => void;

/** The parts of `Server` that grpc-js 1.14 keeps for itself and that are used here. */
export interface GrpcServer {
  /** Takes the requests of servers that are not seen by channelz. */
  _streamHandler: StreamHandler;
  /** Takes the requests of all others. */
  _channelzHandler: StreamHandler;
  /** Nothing for a method that the server does not have. */
  _retrieveHandler(
    path: string,
  ): { readonly type: 'unary' | 'clientStream' | 'serverStream' | 'bidi' } | null;
}
