import { AsyncLocalStorage } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import type { Log } from '@mesh/rpc';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Writes the one completion line of a request, also where its client goes away before the answer. */
export function createRequestLine(log: Log) {
  return async (request: FastifyRequest, { raw }: FastifyReply) => {
    const inContext = AsyncLocalStorage.snapshot();
    const start = performance.now();
    raw.once('close', () =>
      inContext(() => {
        log.info('request finished', {
          'http.request.method': request.method,
          'http.route': request.routeOptions.url,
          'http.response.status_code': raw.writableFinished ? raw.statusCode : 499,
          duration_ms: Math.round((performance.now() - start) * 100) / 100,
        });
      }),
    );
  };
}
