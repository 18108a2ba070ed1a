import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Route } from '../http/route.ts';
import { httpServer } from '../http/server.ts';
import type { Log } from '../log.ts';

const silent: Log = () => {};

/** Serves routes on a free port of 127.0.0.1 until it is disposed. */
export async function serve(routes: Route[], log: Log = silent): Promise<AsyncDisposable & { url: string }> {
  const server = httpServer(routes, log).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
