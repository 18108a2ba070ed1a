import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';
import { startTlsCollector, tlsFile } from './testing/tls-collector.ts';
import { until } from './testing/until.ts';

test('each signal goes to its own address, with its own headers and compression', async () => {
  await using traces = await startCollector();
  await using logs = await startCollector();
  await using metrics = await startCollector();
  await using service = startService('one-span', {
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${traces.url}/v1/traces`,
      OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: `${logs.url}/v1/logs`,
      OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: `${metrics.url}/v1/metrics`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=all',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-tenant=traces',
      OTEL_EXPORTER_OTLP_LOGS_HEADERS: 'x-other=a%20b',
      OTEL_EXPORTER_OTLP_METRICS_COMPRESSION: 'gzip',
    },
  });
  assert.equal((await service.exit).code, 0, service.stderr());
  const received = [traces, logs, metrics].map(({ requests: [request] }) => [
    request?.path,
    request?.headers['x-tenant'],
    request?.headers['x-other'],
    request?.headers['content-encoding'],
  ]);
  assert.deepEqual(received, [
    ['/v1/traces', 'traces', undefined, undefined],
    ['/v1/logs', 'all', 'a b', undefined],
    ['/v1/metrics', 'all', undefined, 'gzip'],
  ]);
});

test('telemetry goes over TLS, with a certificate of its own where the collector asks for one', async () => {
  await using collector = await startTlsCollector();
  await using service = startService('one-span', {
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_CERTIFICATE: tlsFile('authority'),
      OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: tlsFile('client'),
      OTEL_EXPORTER_OTLP_CLIENT_KEY: tlsFile('client-key'),
    },
  });
  assert.equal((await service.exit).code, 0, service.stderr());
  assert.deepEqual(
    collector.requests.toSorted((a, b) => a.path.localeCompare(b.path)),
    ['/v1/logs', '/v1/metrics', '/v1/traces'].map((path) => ({ path, client: 'client' })),
  );
});

test('over TLS, too, the lines of a process that ends at once arrive', async () => {
  await using collector = await startTlsCollector();
  await using service = startService('lines-at-the-end', {
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_CERTIFICATE: tlsFile('authority'),
      OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: tlsFile('client'),
      OTEL_EXPORTER_OTLP_CLIENT_KEY: tlsFile('client-key'),
      OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
    },
    args: ['exit'],
  });
  assert.equal((await service.exit).code, 3);
  assert.deepEqual(collector.requests, [{ path: '/v1/logs', client: 'client' }]);
  const { logs } = await service.line('tracing ended');
  assert.deepEqual(logs, { started: 2, exported: 2, dropped: {}, unknown: 0 });
});

test('a collector whose certificate nobody vouches for gets nothing, and that is said', async () => {
  await using collector = await startTlsCollector();
  await using service = startService('one-span', { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  assert.equal((await service.exit).code, 0);
  assert.match(service.stderr(), /wait for the collector: .*CERT|self-signed|UNABLE_TO_VERIFY/i);
  assert.deepEqual(collector.requests, []);
});

for (const [signal, limit] of [
  ['traces', 'OTEL_BSP_EXPORT_TIMEOUT'],
  ['logs', 'OTEL_BLRP_EXPORT_TIMEOUT'],
  ['traces', 'OTEL_EXPORTER_OTLP_TRACES_TIMEOUT'],
  ['logs', 'OTEL_EXPORTER_OTLP_TIMEOUT'],
] as const) {
  test(`${limit} ends an attempt to send ${signal} that is not answered, and the batch is tried again`, async () => {
    await using collector = await startCollector(() => undefined);
    await using service = startService('one-span', {
      env: {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_EXPORTER_OTLP_TIMEOUT: '600000',
        [limit]: '200',
      },
      args: [0, 25_000],
    });
    const path = `/v1/${signal}`;
    await until(
      () => collector.requests.filter((request) => request.path === path).length > 1 || undefined,
      `a second attempt: ${service.stderr()}`,
    );
  });
}

test('OTEL_BSP_SCHEDULE_DELAY and OTEL_BLRP_SCHEDULE_DELAY hold spans and lines back until the end', async () => {
  await using collector = await startCollector();
  const delay = { OTEL_BSP_SCHEDULE_DELAY: '600000', OTEL_BLRP_SCHEDULE_DELAY: '600000' };
  await using service = startService('one-span', {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_METRIC_EXPORT_INTERVAL: '100', ...delay },
    args: [0, 1000],
  });
  await until(() => collector.requests.length >= 3 || undefined, 'metrics three times');
  assert.deepEqual([collector.spans, collector.logs], [[], []]);
  await service.exit;
  assert.deepEqual([collector.spans.length, collector.logs.length], [1, 1]);
});

test('a batch has at most OTEL_BSP_MAX_EXPORT_BATCH_SIZE spans and OTEL_BLRP_MAX_EXPORT_BATCH_SIZE lines', async () => {
  await using collector = await startCollector();
  const size = { OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '10', OTEL_BLRP_MAX_EXPORT_BATCH_SIZE: '5' };
  await using _service = startService('many-spans', {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_METRICS_EXPORTER: 'none', ...size },
    args: [110, 100],
  });
  await until(
    () => (collector.spans.length === 110 && collector.logs.length === 111) || undefined,
    'all of them',
  );
  const count = (path: string) => collector.requests.filter((request) => request.path === path).length;
  assert.ok(count('/v1/traces') >= 11, `${count('/v1/traces')} batches of spans`);
  assert.ok(count('/v1/logs') >= 22, `${count('/v1/logs')} batches of lines`);
});
