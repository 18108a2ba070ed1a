import { createServer, type RequestListener, type Server } from 'node:http';
import fastify, { type FastifyInstance } from 'fastify';
import { HTTP_KINDS } from '../http-ending.ts';
import { LIMIT } from './endings-service.ts';
import { LATE_MILLIS, PATIENCE_MILLIS } from './times.ts';
import { whenAll } from './when-all.ts';

/** Has a route for each way to answer, or not to. */
export function createRoutes(): FastifyInstance {
  const app = fastify({ bodyLimit: LIMIT, forceCloseConnections: true });
  app.get('/status/:code', (request, reply) => {
    reply.code(Number((request.params as { code: string }).code)).send();
  });
  app.get('/throws', () => {
    throw new RangeError('as told');
  });
  app.post('/upload', () => 'taken');
  app.get('/redirect', (_request, reply) => reply.redirect('/status/404'));
  app.get('/silent', (_request, reply) => reply.hijack());
  app.get('/late', (_request, reply) => {
    setTimeout(() => reply.send('late'), LATE_MILLIS);
  });
  app.get('/half', (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200).write('half');
  });
  return app;
}

/** Without a framework; a handler that is silent is cut off. */
export function createPlainServer(): Server {
  const acts: Record<string, RequestListener> = {
    '/throws': () => {
      throw new RangeError('as told');
    },
    '/cut': (_request, response) => {
      response.writeHead(200).write('half', () => response.destroy(new RangeError('as told')));
    },
    '/doom': whenAll(HTTP_KINDS.length, () => process.kill(process.pid, 'SIGKILL')),
  };
  const server = createServer((request, response) => acts[request.url ?? '']?.(request, response));
  return server.setTimeout(PATIENCE_MILLIS);
}
