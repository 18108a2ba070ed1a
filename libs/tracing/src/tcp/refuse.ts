import type { Socket } from 'node:net';
import { failureFrame } from './failure-frame.ts';

/** How long a peer that was refused may take to read why, while what it still sends is thrown away. */
const FAREWELL_MS = 1_000;

/** Says what is wrong and ends the connection. Destroyed at once, it would take the reason with it. */
export function refuse(socket: Socket, detail: string): void {
  socket.removeAllListeners('data');
  socket.resume();
  socket.end(failureFrame('bad_frame', detail));
  const limit = setTimeout(() => socket.destroy(), FAREWELL_MS);
  socket.once('close', () => clearTimeout(limit));
}
