import { subscribe } from 'node:diagnostics_channel';
import { context } from '@opentelemetry/api';
import { getRPCMetadata, RPCType } from '@opentelemetry/core';

/** The part of a Fastify instance (5.x) that is used here. */
interface Fastify {
  addHook(name: 'onRequest', hook: (request: FastifyRequest, reply: unknown, done: () => void) => void): void;
}

interface FastifyRequest {
  readonly routeOptions: { readonly url?: string | undefined };
}

/**
 * Names HTTP server spans after their Fastify route: `GET /v1/orders/:id`, attribute `http.route`.
 *
 * Fastify publishes each new instance on the channel `fastify.initialization`. The hook is the first one to
 * run, so the answers that never reach a handler (400, 413, 415) have their route as well; one that no route
 * matched has none. The HTTP instrumentation takes the route from the RPC metadata when the answer ends.
 */
export function nameFastifyRoutes(): void {
  subscribe('fastify.initialization', (message) => {
    const { fastify } = message as { fastify: Fastify };
    fastify.addHook('onRequest', (request, _reply, done) => {
      setRoute(request.routeOptions.url);
      done();
    });
  });
}

function setRoute(route: string | undefined): void {
  const rpc = getRPCMetadata(context.active());
  if (rpc?.type === RPCType.HTTP && route !== undefined) rpc.route = route;
}
