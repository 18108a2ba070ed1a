import { json } from './http/answer.ts';
import type { Route } from './http/route.ts';
import type { LogStats } from './logs/log-store.ts';
import type { TraceStats } from './traces/trace-store.ts';

/** What telemetry-lite says it is, at its start and on its front page. */
export const whatThisIs =
  'telemetry-lite: an embedded development stand-in for OpenTelemetry Collector, Jaeger and Loki, in memory; ' +
  'it is none of them';

/** `GET /` on Jaeger's port, where the real one has its page: what this is, what it holds and what had to go. */
export function frontPage(traces: () => TraceStats, logs: () => LogStats): Route {
  return {
    method: 'GET',
    path: '/',
    handle: () => json(200, { what: whatThisIs, traces: traces(), logs: logs() }),
  };
}
