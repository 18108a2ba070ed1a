import type { IncomingMessage } from 'node:http';

const PROBE = /^\/(healthz|readyz)(\?|$)/;

/** Whether this is an orchestrator's question for health; neither it nor what it calls is traced. */
export function isProbe(request: IncomingMessage): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && PROBE.test(request.url ?? '');
}
