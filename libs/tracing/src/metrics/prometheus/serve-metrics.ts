import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { diag } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { PrometheusConfig } from '../../env/read-metrics.ts';
import { leaveUntraced } from '../../untraced-servers.ts';
import type { Metric } from '../metric.ts';
import { createExposition, type Exposition } from './create-exposition.ts';

const TYPES = {
  prometheus: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
} as const;

/** A service that takes the place of another one on the machine gets its port when that one has ended. */
const RETRY_MS = 1000;

/**
 * Answers `GET /metrics`. Nothing of it holds the process, and its requests have no span. Where the port is taken the
 * service runs all the same and the port is tried again: what a machine has free changes from one moment to the next, and
 * a service that cannot be measured is better than none.
 *
 * @returns ends it
 */
export function serveMetrics(
  { host, port }: PrometheusConfig,
  resource: Resource,
  metrics: readonly Metric[],
): () => void {
  const expose = createExposition(resource, metrics);
  const server = createServer((request, response) => answer(request, response, expose));
  let retry: NodeJS.Timeout | undefined;
  let isTold = false;
  const listen = () => server.listen(port, host);
  leaveUntraced(server);
  server.unref();
  server.on('connection', (socket) => socket.unref());
  server.on('error', ({ message }) => {
    // Of a connection that could not be taken, for want of files.
    if (server.listening) return;
    if (!isTold) diag.warn(`No metrics at http://${host}:${port}/metrics for now: ${message}.`);
    isTold = true;
    retry = setTimeout(listen, RETRY_MS).unref();
  });
  server.on('listening', () => {
    if (isTold) diag.warn(`Metrics are at http://${host}:${port}/metrics now.`);
  });
  listen();
  return () => {
    clearTimeout(retry);
    server.close();
    server.closeAllConnections();
  };
}

function answer(
  { method, url = '', headers }: IncomingMessage,
  response: ServerResponse,
  expose: Exposition,
): void {
  if (!/^\/metrics(\?|$)/.test(url)) return void response.writeHead(404).end();
  if (method !== 'GET' && method !== 'HEAD')
    return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  const format = headers.accept?.includes('application/openmetrics-text') ? 'openmetrics' : 'prometheus';
  response.writeHead(200, { 'content-type': TYPES[format] }).end(expose(format));
}
