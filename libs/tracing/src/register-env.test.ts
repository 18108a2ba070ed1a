import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';

test('OTEL_SDK_DISABLED=true leaves lines without ids and sends nothing', async () => {
  await using collector = await startCollector();
  await using service = startService('one-span', {
    env: { OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
  });
  assert.equal((await service.exit).code, 0);
  assert.equal((await service.line('worked'))['trace_id'], undefined);
  assert.deepEqual(collector.requests, []);
});

test('a bad value keeps the service from starting, with a sentence that names the variable', async () => {
  await using service = startService('one-span', { env: { OTEL_TRACES_SAMPLER_ARG: '2' } });
  assert.equal((await service.exit).code, 1);
  assert.match(service.stderr(), /OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1, but it is "2"\./);
  assert.doesNotMatch(service.stderr(), /^ +at /m);
  assert.equal(service.stdout(), '');
});

test('OTEL_TRACES_EXPORTER, OTEL_LOGS_EXPORTER and OTEL_METRICS_EXPORTER=none send nothing; lines keep their ids', async () => {
  await using collector = await startCollector();
  await using service = startService('one-span', {
    env: {
      OTEL_TRACES_EXPORTER: 'none',
      OTEL_LOGS_EXPORTER: 'none',
      OTEL_METRICS_EXPORTER: 'none',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    },
  });
  assert.equal((await service.exit).code, 0);
  assert.match(String((await service.line('worked'))['trace_id']), /^[0-9a-f]{32}$/);
  assert.deepEqual(collector.requests, []);
});

test('headers, compression and resource attributes of the environment are used', async () => {
  await using collector = await startCollector();
  await using service = startService('one-span', {
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=mesh',
      OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
      OTEL_RESOURCE_ATTRIBUTES: 'service.namespace=shop,service.name=cart',
    },
  });
  assert.equal((await service.exit).code, 0, service.stderr());
  assert.deepEqual(collector.requests.map((request) => request.path).toSorted(), [
    '/v1/logs',
    '/v1/metrics',
    '/v1/traces',
  ]);
  assert.equal(collector.requests[0]?.headers['x-tenant'], 'mesh');
  assert.equal(collector.requests[0]?.headers['content-encoding'], 'gzip');
  const [span] = collector.spans;
  assert.equal(span?.resource['service.namespace'], 'shop');
  assert.equal(span?.resource['service.name'], 'cart');
  assert.equal((await service.line('worked'))['service.name'], 'cart');
});

test('an export makes no span of its own, and is not counted as a call', async () => {
  await using collector = await startCollector();
  await using service = startService('http-server', {
    // Named, so that the SDK would add an exporter of its own if it were let.
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_METRICS_EXPORTER: 'otlp' },
    args: [1],
  });
  const port = await service.port();
  await fetch(`http://127.0.0.1:${port}/v1/orders/1`);
  await collector.span('GET /v1/orders/:id');
  await fetch(`http://127.0.0.1:${port}/v1/orders/2`);
  service.stop();
  await service.exit;
  assert.deepEqual(
    collector.spans.map((span) => span.name),
    ['GET /v1/orders/:id', 'GET /v1/orders/:id'],
  );
  assert.deepEqual(
    collector.metrics.filter(({ name }) => name === 'http.client.request.duration'),
    [],
  );
});
