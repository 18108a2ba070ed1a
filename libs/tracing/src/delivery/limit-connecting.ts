import { isIP, type Socket } from 'node:net';

/** Connecting is the one thing that holds a process even from a released socket. The kernel tries again after a second. */
const CONNECT_LIMIT_MS = 700;

/**
 * Ends a socket that does not connect. Not counted is the time in which the name is looked up before: that holds the process
 * whether it is waited for or not.
 *
 * @param origin that it connects to
 */
export function limitConnecting(origin: string, socket: Socket): void {
  let limit: NodeJS.Timeout | undefined;
  const begin = () => {
    const giveUp = () => socket.destroy(new Error('no connection in time'));
    limit ??= setTimeout(giveUp, CONNECT_LIMIT_MS).unref();
  };
  // Node tries to reach an address before the socket is given to the request.
  if (isIP(new URL(origin).hostname.replace(/[[\]]/g, ''))) begin();
  else socket.once('connectionAttempt', begin);
  socket.once('connect', () => clearTimeout(limit));
}
