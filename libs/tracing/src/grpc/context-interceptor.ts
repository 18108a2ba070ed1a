import type { ServerInterceptor } from '@grpc/grpc-js';
import { ContextScope } from './context-scope.ts';
import { ServerListener } from './server-listener.ts';

/** Runs everything that listens to a call in the context that is active now; as the first interceptor, all others too. */
export const contextInterceptor: ServerInterceptor = (_method, call) => {
  const scope = new ContextScope();
  const start = call.start.bind(call);
  call.start = (listener) => start(new ServerListener(scope, listener));
  // The type asks for a wrapper around the call, which would pass on each of its events once more.
  return call as ReturnType<ServerInterceptor>;
};
