import type { Handler, Route } from '../http/route.ts';
import type { TraceStore } from '../traces/trace-store.ts';
import { jaegerJson } from './answer.ts';
import { BadParameter, jaegerError } from './error.ts';
import { findTraces } from './find-traces.ts';
import { operations, serviceNames } from './operations.ts';
import { tracesAnswer } from './otlp-json.ts';
import { parseTraceId } from './trace-id.ts';
import { parseTraceQuery } from './trace-query.ts';

/** The part of Jaeger's HTTP API v3 that a trace reader needs, as Jaeger 2.13 with badger answers it. */
export function jaegerRoutes(store: TraceStore): Route[] {
  return [
    get('/api/v3/services', () => jaegerJson(200, JSON.stringify({ services: serviceNames(store.all()) }))),
    get('/api/v3/operations', ({ query }) => {
      const found = operations(store.all(), query.get('service') ?? '');
      return jaegerJson(200, JSON.stringify({ operations: found }));
    }),
    get('/api/v3/traces', ({ query }) => answer(findTraces(store.all(), parseTraceQuery(query)))),
    get('/api/v3/traces/*', ({ segment }) => {
      const trace = store.get(parseTraceId(segment));
      return answer(trace ? [trace] : []);
    }),
  ];
}

function answer(traces: Parameters<typeof tracesAnswer>[0]) {
  return traces.length === 0 ? jaegerError(404, 'No traces found') : jaegerJson(200, tracesAnswer(traces));
}

function get(path: string, handle: Handler): Route {
  return {
    method: 'GET',
    path,
    handle: async (call) => {
      try {
        return await handle(call);
      } catch (error) {
        if (error instanceof BadParameter) return jaegerError(400, error.message);
        throw error;
      }
    },
  };
}
