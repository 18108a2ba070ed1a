import type { Socket } from 'node:net';

/** The attempt to connect that is under way, by the origin that it is to. */
const underWay = new Map<string, Promise<void>>();

/**
 * Waits for the attempt of another signal to connect to the same collector. Each attempt holds the process; where no
 * connection comes about, those of three signals, one after the other, would hold it for ever.
 *
 * @throws what that attempt ended with: this one would end so, too
 */
export async function waitForOthers(origin: string): Promise<void> {
  await underWay.get(origin);
}

/** @param socket one that connects */
export function noteConnecting(origin: string, socket: Socket): void {
  const attempt = new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
    socket.once('close', () => resolve());
  });
  const end = () => {
    if (underWay.get(origin) === attempt) underWay.delete(origin);
  };
  underWay.set(origin, attempt);
  attempt.then(end, end);
}
