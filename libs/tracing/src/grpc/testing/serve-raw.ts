import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http2';
import type { AddressInfo } from 'node:net';

export interface RawServer extends AsyncDisposable {
  readonly address: string;
  /** The metadata of the calls so far. */
  readonly asked: IncomingHttpHeaders[];
}

/**
 * A gRPC server of which nothing is traced, as if it were another process.
 *
 * @param trailersOf what the call of this number, from 1 on, is answered: trailers alone; undefined: nothing, ever
 */
export async function serveRaw(
  trailersOf: (call: number) => OutgoingHttpHeaders | undefined,
): Promise<RawServer> {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer().on('stream', (stream, headers) => {
    const trailers = trailersOf(asked.push(headers));
    stream.on('error', () => {}).resume();
    if (trailers) stream.respond({ 'content-type': 'application/grpc', ...trailers }, { endStream: true });
  });
  const sessions = new Set<{ destroy(): void }>();
  server.on('session', (session) => sessions.add(session));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      for (const session of sessions) session.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
