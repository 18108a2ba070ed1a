import { constants, type ServerHttp2Stream } from 'node:http2';
import {
  type Metadata,
  ServerInterceptingCall,
  type ServerInterceptor,
  ServerListenerBuilder,
} from '@grpc/grpc-js';

/** By the metadata of the call, which is all that its interceptors and its handler both get. */
const streams = new WeakMap<Metadata, ServerHttp2Stream>();

/** Has to be the one nearest to the wire: it remembers the stream of each call. */
export const streamInterceptor: ServerInterceptor = (_method, call) => {
  // grpc-js 1.14 gives no way to end a call without a status, and keeps its stream here.
  const { stream } = call as unknown as { readonly stream: ServerHttp2Stream };
  const listener = new ServerListenerBuilder()
    .withOnReceiveMetadata((metadata, next) => {
      streams.set(metadata, stream);
      next(metadata);
    })
    .build();
  return new ServerInterceptingCall(call, { start: (next) => next(listener) });
};

/**
 * Ends a call as a server does that fails in the middle of it: its stream is reset, and nothing else on the
 * connection is touched. The caller has no status, so that the outcome is not known to it.
 */
export function resetStream(metadata: Metadata): void {
  const stream = streams.get(metadata);
  // Node tells the server's side of it, too, and an error that nobody listens to ends the process.
  stream?.on('error', () => {});
  stream?.close(constants.NGHTTP2_INTERNAL_ERROR);
}
