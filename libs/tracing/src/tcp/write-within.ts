import type { Socket } from 'node:net';

/**
 * Writes, and destroys a connection that does not take it in time.
 *
 * @returns whether all of it was taken; never rejects
 */
export async function writeWithin(socket: Socket, bytes: Uint8Array, limitMs: number): Promise<boolean> {
  const limit = setTimeout(() => socket.destroy(), limitMs);
  const error = await new Promise<unknown>((resolve) => socket.write(bytes, resolve));
  clearTimeout(limit);
  return !error;
}
