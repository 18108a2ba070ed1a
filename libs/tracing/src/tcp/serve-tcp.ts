import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { TcpOperations } from './answer-request.ts';
import { DEFAULT_FRAME_LIMITS, type FrameLimits } from './frame-limits.ts';
import { type Connection, serveConnection } from './serve-connection.ts';

export interface TcpServerOptions {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** By the names that their spans have. */
  readonly operations: TcpOperations;
  readonly limits?: Partial<FrameLimits>;
  /** Further ones are refused. Default 1000, each of which may hold one frame. */
  readonly maxConnections?: number;
  /** For a frame to arrive, from its first byte to its last, and for an answer to be taken. Default 10 s. */
  readonly frameTimeoutMs?: number;
  /** How long a connection may be open without a frame under way. Default 60 s. */
  readonly idleTimeoutMs?: number;
}

export interface TcpServer extends AsyncDisposable {
  readonly port: number;
  /** Takes no new connection; resolves when the requests that have arrived are answered. */
  close(): Promise<void>;
}

/** Serves operations over the TCP protocol of `frame.ts`; each request is a span, in the trace of its caller. */
export async function serveTcp(options: TcpServerOptions): Promise<TcpServer> {
  const { host, port, operations, maxConnections = 1000 } = options;
  const { frameTimeoutMs = 10_000, idleTimeoutMs = 60_000 } = options;
  const limits = { ...DEFAULT_FRAME_LIMITS, ...options.limits };
  const connections = new Set<Connection>();
  const server = createServer({ noDelay: true }, (socket) => {
    const connection = serveConnection(socket, { operations, limits, frameTimeoutMs, idleTimeoutMs });
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
  });
  server.maxConnections = maxConnections;
  server.listen(port, host);
  await once(server, 'listening');
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const connection of connections) connection.finish();
    await closed;
  };
  return { port: (server.address() as AddressInfo).port, close, [Symbol.asyncDispose]: close };
}
