import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';
import { until } from './testing/until.ts';

/** A port that somebody listens on, until it is closed. */
async function takePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, free: () => new Promise((resolve) => server.close(resolve)) };
}

function environment(port: number, collector?: string): Record<string, string> {
  return {
    OTEL_METRICS_EXPORTER: collector ? 'otlp,prometheus' : 'prometheus',
    OTEL_EXPORTER_PROMETHEUS_HOST: '127.0.0.1',
    OTEL_EXPORTER_PROMETHEUS_PORT: `${port}`,
    OTEL_SERVICE_NAME: 'cart',
    ...(collector
      ? { OTEL_EXPORTER_OTLP_ENDPOINT: collector }
      : { OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' }),
  };
}

async function scrape(port: number, agent?: Agent, path = '/metrics') {
  const request = get({ host: '127.0.0.1', port, path, ...(agent && { agent }) });
  const [response] = await once(request, 'response');
  return { status: response.statusCode, body: await text(response) };
}

test('Prometheus gets the metrics over a connection that holds nothing and has no span', async () => {
  const { port, free } = await takePort();
  await free();
  await using collector = await startCollector();
  await using service = startService('http-server', { env: environment(port, collector.url), args: [0] });
  await service.port();
  const agent = new Agent({ keepAlive: true });
  const { status, body } = await scrape(port, agent);
  assert.equal(status, 200);
  assert.match(
    body,
    /^nodejs_eventloop_utilization_ratio\{service_name="cart",service_namespace="mesh"\} \d/m,
  );
  assert.match(body, /^otel_sdk_exporter_span_exported_total\{.*error_type="queue_full"\} 0$/m);
  assert.equal((await scrape(port, agent, '/')).status, 404);
  service.stop();
  assert.equal((await service.exit).code, 0);
  agent.destroy();
  assert.deepEqual(collector.spans, []);
  assert.ok(collector.metrics.length > 0);
});

test('where the port is taken the service runs, says so, and answers there when it is free', async () => {
  const { port, free } = await takePort();
  await using service = startService('http-server', { env: environment(port), args: [0] });
  await service.port();
  await until(
    () => service.stderr().includes(`No metrics at http://127.0.0.1:${port}/metrics`) || undefined,
    'a word',
  );
  await free();
  await until(() => service.stderr().includes('Metrics are at') || undefined, 'the port');
  assert.equal((await scrape(port)).status, 200);
});
