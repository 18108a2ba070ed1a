import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';

/** Something that listens on a port which a variable sets. */
export interface Listener {
  variable: string;
  /** Resolves to the port it got. */
  listen(): Promise<number>;
  /** Ends it and its connections at once; harmless when it does not listen. */
  close(): void;
}

/** Keeps the sockets itself: neither http2 nor grpc-js ends a connection whose other side does not read. */
export function listener(variable: string, host: string, port: number, server: Server): Listener {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return {
    variable,
    listen: async () => {
      server.listen(port, host);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/**
 * Opens all of them.
 * @returns the port of each, under its variable's name
 * @throws Error naming the variable, after closing those that were open, when one cannot listen
 */
export async function listenAll(listeners: readonly Listener[]): Promise<Record<string, number>> {
  const ports: Record<string, number> = {};
  for (const each of listeners) {
    try {
      ports[each.variable] = await each.listen();
    } catch (error) {
      for (const open of listeners) open.close();
      throw new Error(`cannot listen, set ${each.variable} to a free port: ${(error as Error).message}`);
    }
  }
  return ports;
}
