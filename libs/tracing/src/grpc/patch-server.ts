import type { Grpc, GrpcServer } from './grpc-module.ts';
import type { GrpcTracing } from './grpc-tracing.ts';
import { createServerCalls } from './server-calls.ts';

/**
 * Lets every server that binds from now on make a span of each call, also of those that grpc-js answers before any
 * interceptor: a method that is not there, a deadline, a request that cannot be read.
 *
 * @returns what undoes it
 */
export function patchServer({ Server }: Grpc, tracing: GrpcTracing): () => void {
  const prototype = Server.prototype as unknown as GrpcServer;
  const { _streamHandler, _channelzHandler } = prototype;
  const traced = createServerCalls(tracing);
  prototype._streamHandler = traced(_streamHandler);
  prototype._channelzHandler = traced(_channelzHandler);
  return () => {
    prototype._streamHandler = _streamHandler;
    prototype._channelzHandler = _channelzHandler;
  };
}
