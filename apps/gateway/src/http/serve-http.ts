import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import type { Log } from '@mesh/rpc';
import { type FastifyInstance, type FastifyRequest, fastify } from 'fastify';
import type { Gateway } from '../gateway.ts';
import { type LinkTemplates, traceHeaders } from '../trace-links.ts';
import { createErrorHandler } from './errors.ts';
import { addOrderlyStop } from './orderly-stop.ts';
import { addProbes, probePath, type Readiness } from './probes.ts';
import { readJson } from './read-json.ts';
import { createParserErrorHandler } from './refused-by-parser.ts';
import { createRequestLine } from './request-line.ts';
import { RequestRejected } from './request-rejected.ts';
import { addRoutes } from './routes.ts';

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly gateway: Gateway;
  readonly readiness: Readiness;
  readonly links: LinkTemplates;
  /** The span of the request under way. */
  readonly traceparent: () => string | undefined;
  readonly log: Log;
}

export interface RunningHttp {
  readonly port: number;
  /** Takes no new connection, finishes the requests under way; what is open after `graceMs` is cut off. */
  stop(graceMs: number): Promise<void>;
}

export async function serveHttp(options: HttpOptions): Promise<RunningHttp> {
  const { log, links, traceparent } = options;
  const answerError = createErrorHandler(log);
  const app = fastify({
    // The headers go on before anything can answer, an error of Fastify's own included.
    serverFactory: (handle) =>
      createServer((request, response) => {
        const probe = probePath.test(request.url ?? '');
        if (!probe) response.setHeaders(new Map(Object.entries(traceHeaders(traceparent(), links))));
        handle(request, response);
      }),
    return503OnClosing: false,
    clientErrorHandler: createParserErrorHandler(log, links),
    frameworkErrors: answerError,
    routerOptions: { maxParamLength: 1024 },
  });
  const stop = addOrderlyStop(app);
  addProbes(app, options.readiness);
  await app.register(async (api) => {
    takeJsonOnly(api);
    api.addHook('onRequest', createRequestLine(log));
    api.setErrorHandler(answerError);
    api.setNotFoundHandler(() => {
      throw new RequestRejected(404, 'there is nothing at this path');
    });
    addRoutes(api, options.gateway);
  });
  await app.listen({ host: options.host, port: options.port });
  const { port } = app.server.address() as AddressInfo;
  log.info('serving HTTP', { 'server.port': port });
  return { port, stop };
}

function takeJsonOnly(api: FastifyInstance): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', (_: FastifyRequest, payload: Readable) => readJson(payload));
  api.addHook('preValidation', async ({ method, headers }) => {
    if (method !== 'POST' || headers['content-type'] !== undefined) return;
    throw new RequestRejected(415, 'the header content-type must be application/json');
  });
}
