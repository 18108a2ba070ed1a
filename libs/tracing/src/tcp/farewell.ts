import type { Socket } from 'node:net';

/** How long a peer may take to read what was written and to end its half. */
const FAREWELL_MS = 1_000;

/**
 * Ends a connection, for a peer that does not do its part by force: it would hold one of the server's places, and the
 * server's end, for ever. What it still sends is thrown away.
 */
export function farewell(socket: Socket, lastWords: Uint8Array = Buffer.alloc(0)): void {
  socket.removeAllListeners('data');
  socket.resume();
  socket.end(lastWords);
  const limit = setTimeout(() => socket.destroy(), FAREWELL_MS);
  socket.once('close', () => clearTimeout(limit));
}
