import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Whether each service that the gateway stands on takes calls. */
export type Readiness = Readonly<Record<string, () => Promise<boolean>>>;

const probePath = /^\/(healthz|readyz)(\?|$)/;

/** The same requests as those that the tracing library leaves alone. */
export function isProbe({ method, url = '' }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && probePath.test(url);
}

/**
 * `/healthz`: the process answers. `/readyz`: so do the services behind it. Neither makes spans,
 * lines or trace headers.
 */
export function addProbes(app: FastifyInstance, readiness: Readiness): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_, reply) => {
    const states = Object.entries(readiness).map(async ([name, serving]) => [name, await serving()]);
    const services = Object.fromEntries(await Promise.all(states));
    const ready = Object.values(services).every(Boolean);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'not ready', services });
  });
}
