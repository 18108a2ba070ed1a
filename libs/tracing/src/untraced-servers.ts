import type { Server } from 'node:http';

const servers = new WeakSet<Server>();

/** What a server of the library itself is asked gets no span, no duration and no context of its caller. */
export function leaveUntraced(server: Server): void {
  servers.add(server);
}

export function isUntraced(server: Server): boolean {
  return servers.has(server);
}
