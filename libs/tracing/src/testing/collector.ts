import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { ReceivedLog, ReceivedSpan } from './otlp.ts';
import { decodeLogs, decodeSpans } from './otlp.ts';
import { decodeMetrics, type ReceivedMetric } from './otlp-metrics.ts';
import { until } from './until.ts';

/** An OTLP/HTTP collector on a free port that keeps what arrives. */
export interface Collector extends AsyncDisposable {
  readonly url: string;
  readonly spans: ReceivedSpan[];
  readonly logs: ReceivedLog[];
  readonly metrics: ReceivedMetric[];
  readonly requests: {
    readonly path: string;
    readonly headers: Record<string, unknown>;
    readonly body: Buffer;
  }[];
  /** Waits for the first span of this name. */
  span(name: string): Promise<ReceivedSpan>;
  log(body: string): Promise<ReceivedLog>;
  metric(name: string): Promise<ReceivedMetric>;
}

/**
 * @param answer the status of each answer; `undefined`: takes the request and never answers. 429 comes with a
 * `Retry-After` of 1 s.
 * @param port of one that was there before
 */
export async function startCollector(
  answer: () => number | undefined = () => 200,
  port = 0,
): Promise<Collector> {
  const spans: ReceivedSpan[] = [];
  const logs: ReceivedLog[] = [];
  const metrics: ReceivedMetric[] = [];
  const requests: Collector['requests'] = [];
  const server = createServer(async (request, response) => {
    const received = await buffer(request);
    const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(received) : received;
    requests.push({ path: request.url ?? '', headers: request.headers, body });
    const status = answer();
    if (status === undefined) return;
    if (status === 200 && request.url === '/v1/traces') spans.push(...decodeSpans(body));
    if (status === 200 && request.url === '/v1/logs') logs.push(...decodeLogs(body));
    if (status === 200 && request.url === '/v1/metrics') metrics.push(...decodeMetrics(body));
    response.writeHead(status, status === 429 ? { 'retry-after': '1' } : {}).end();
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    logs,
    metrics,
    requests,
    span: (name) => until(() => spans.find((span) => span.name === name), `a span named ${name}`),
    log: (body) => until(() => logs.find((log) => log.body === body), `a log record ${body}`),
    metric: (name) => until(() => metrics.find((metric) => metric.name === name), `a metric ${name}`),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
