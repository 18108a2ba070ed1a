import type { ServerInterceptor } from '@grpc/grpc-js';
import type { Context } from '@opentelemetry/api';
import { ServerListener } from './server-listener.ts';

/** Runs everything that listens to a call in a context; as the first interceptor, all others too. */
export function contextInterceptor(context: Context): ServerInterceptor {
  return (_method, call) => {
    const start = call.start.bind(call);
    call.start = (listener) => start(new ServerListener(context, listener));
    // The type asks for a wrapper around the call, which would pass on each of its events once more.
    return call as ReturnType<ServerInterceptor>;
  };
}
