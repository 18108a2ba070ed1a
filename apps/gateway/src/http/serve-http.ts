import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { type Log, type ServiceDefinition, withFaults } from '@mesh/rpc';
import { type FastifyInstance, type FastifyRequest, fastify } from 'fastify';
import type { Gateway } from '../gateway.ts';
import type { LinkTemplates } from '../trace-links.ts';
import { createTracedServer } from './create-traced-server.ts';
import { createErrorHandler } from './errors.ts';
import { addOrderlyStop } from './orderly-stop.ts';
import { addProbes, type Readiness } from './probes.ts';
import { readJson } from './read-json.ts';
import { createParserErrorHandler } from './refused-by-parser.ts';
import { createRequestLine } from './request-line.ts';
import { RequestRejected } from './request-rejected.ts';
import { addRoutes } from './routes.ts';

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly gateway: Gateway;
  /** What `gateway` implements. */
  readonly service: ServiceDefinition;
  /** Whether requests may ask for faults by the header `mesh-faults`; it is as if it were not there otherwise. */
  readonly faults: boolean;
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
  const { log, links, traceparent, service, faults } = options;
  const gateway = faults ? withFaults(service, options.gateway) : options.gateway;
  const answerError = createErrorHandler(log);
  const requestLine = createRequestLine(log);
  const app = fastify({
    serverFactory: (handle) => createTracedServer(handle, links, traceparent),
    return503OnClosing: false,
    clientErrorHandler: createParserErrorHandler(log, links),
    // A URL that cannot be decoded passes no hook.
    frameworkErrors: (error, request, reply) => {
      void requestLine(request, reply);
      answerError(error, request, reply);
    },
    routerOptions: { maxParamLength: 1024 },
  });
  const stop = addOrderlyStop(app);
  addProbes(app, options.readiness);
  await app.register(async (api) => {
    api.addHook('onRequest', requestLine);
    api.addHook('onRequest', requireHost);
    takeJsonOnly(api);
    api.setErrorHandler(answerError);
    api.setNotFoundHandler(() => {
      throw new RequestRejected(404, 'there is nothing at this path');
    });
    addRoutes(api, gateway, faults);
  });
  await app.listen({ host: options.host, port: options.port });
  const { port } = app.server.address() as AddressInfo;
  log.info('serving HTTP', { 'server.port': port });
  return { port, stop };
}

/** RFC 9112, section 3.2; Node's own check would answer without the trace headers. */
async function requireHost({ raw, headers }: FastifyRequest): Promise<void> {
  if (raw.httpVersion === '1.0' || headers.host !== undefined) return;
  throw new RequestRejected(400, 'the header Host is missing');
}

function takeJsonOnly(api: FastifyInstance): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', (_: FastifyRequest, payload: Readable) => readJson(payload));
  api.addHook('preParsing', async ({ method, headers, is404 }) => {
    if (method !== 'POST' || is404 || jsonType.test(headers['content-type'] ?? '')) return;
    throw new RequestRejected(415, 'the header content-type must be application/json');
  });
}

const jsonType = /^application\/json\s*(;|$)/i;
