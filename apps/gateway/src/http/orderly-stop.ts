import { Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Time for a request that is on its way over a connection that was kept open. */
const goodbyeMs = 100;

/**
 * Gives `app` a stop that cuts off nobody: no new connection is taken, but for a moment those that were kept open
 * may still ask, and every answer says `connection: close`; so their owners learn of the end from an answer. Then
 * they are closed as they go idle. What is still open after `graceMs` is cut off.
 */
export function addOrderlyStop(app: FastifyInstance): (graceMs: number) => Promise<void> {
  const unused = trackUnused(app);
  let stopping = false;
  app.addHook('onSend', async (_, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
  return async (graceMs) => {
    stopping = true;
    const closed = stopListening(app);
    await pause(goodbyeMs);
    const reaper = setInterval(() => {
      app.server.closeIdleConnections();
      for (const socket of unused) socket.destroy();
    }, 20);
    const limit = setTimeout(() => app.server.closeAllConnections(), graceMs - goodbyeMs);
    await closed;
    clearInterval(reaper);
    clearTimeout(limit);
    await app.close();
  };
}

/** Resolves when the last connection has ended. `close` of an HTTP server would end the idle ones at once. */
function stopListening(app: FastifyInstance): Promise<void> {
  return new Promise((resolve) => Server.prototype.close.call(app.server, () => resolve()));
}

/** The connections that have not asked for anything yet: Node does not count them as idle. */
function trackUnused(app: FastifyInstance): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  app.server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', ({ socket }) => unused.delete(socket));
  return unused;
}
