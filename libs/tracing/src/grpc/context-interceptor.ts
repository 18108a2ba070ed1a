import type { ServerInterceptor } from '@grpc/grpc-js';
import { ServerListener } from './server-listener.ts';

/** Runs everything that listens to a call in the context that is active now; as the first interceptor, all others too. */
export const contextInterceptor: ServerInterceptor = (_method, call) => {
  const { start } = call;
  const listener = new ServerListener();
  call.start = (given) => start.call(call, listener.before(given));
  // The type asks for a wrapper around the call, which would pass on each of its events once more.
  return call as ReturnType<ServerInterceptor>;
};
