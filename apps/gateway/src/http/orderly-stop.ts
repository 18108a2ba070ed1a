import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Time for a request that is on its way over a connection that was kept open. */
const goodbyeMs = 100;

/**
 * Gives `app` a stop that cuts off nobody: for a moment requests are still taken and every answer says
 * `connection: close`, so that who keeps a connection open learns of the end from an answer; then the server
 * closes. What is still open after `graceMs` is cut off.
 */
export function addOrderlyStop(app: FastifyInstance): (graceMs: number) => Promise<void> {
  let stopping = false;
  app.addHook('onSend', async (_, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
  return async (graceMs) => {
    stopping = true;
    await pause(goodbyeMs);
    // A connection that is busy when the server closes goes idle later, and nobody else would end it then.
    const reaper = setInterval(() => app.server.closeIdleConnections(), 20);
    const limit = setTimeout(() => app.server.closeAllConnections(), graceMs - goodbyeMs);
    await app.close().finally(() => {
      clearInterval(reaper);
      clearTimeout(limit);
    });
  };
}
