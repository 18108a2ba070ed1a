import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';

const EXIT_CODE = 3;
const slow = { OTEL_BSP_SCHEDULE_DELAY: '60000', OTEL_BLRP_SCHEDULE_DELAY: '60000' };

test('what is not yet sent when the process ends arrives, and the exit code stays', async () => {
  await using collector = await startCollector();
  await using service = startService('one-span', {
    env: { ...slow, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
    args: [EXIT_CODE],
  });
  assert.equal((await service.exit).code, EXIT_CODE);
  assert.deepEqual(
    collector.spans.map((span) => span.name),
    ['work'],
  );
  assert.deepEqual(
    collector.logs.map((log) => log.body),
    ['worked'],
  );
  assert.equal(service.stderr(), '');
  const { level, spans, logs } = await service.line('tracing ended');
  const all = { started: 1, exported: 1, dropped: {}, unknown: 0 };
  assert.deepEqual({ level, spans, logs }, { level: 'info', spans: all, logs: all });
});

test('a collector that comes back gets what waited, once and in order', async () => {
  let status = 503;
  await using collector = await startCollector(() => status);
  await using server = startService('grpc-server', { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  await using client = startService('grpc-client', {
    env: { OTEL_SDK_DISABLED: 'true' },
    args: [await server.port()],
  });
  await client.exit;
  status = 200;
  await collector.span('shop.v1.CartService/List');
  await collector.log('handled');
  server.stop();
  await server.exit;
  assert.equal(collector.spans.length, 2);
  assert.deepEqual(
    collector.logs.map((log) => log.body),
    ['listening', 'handled', 'handled', 'stopped'],
  );
});

test('a finished call can be read from the collector well within 2 s', async () => {
  await using collector = await startCollector();
  await using server = startService('grpc-server', { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  await using client = startService('grpc-client', {
    env: { OTEL_SDK_DISABLED: 'true' },
    args: [await server.port()],
  });
  await client.line('answered');
  const answeredAt = Date.now();
  await collector.span('shop.v1.CartService/List');
  assert.ok(Date.now() - answeredAt < 2_000);
});

test('a program that ends by process.exit can wait until all is delivered', async () => {
  await using collector = await startCollector();
  await using service = startService('flushes', {
    env: { ...slow, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
  });
  assert.equal((await service.exit).code, 3);
  const { spans, logs } = await service.line('tracing ended');
  const all = { dropped: {}, unknown: 0 };
  assert.deepEqual(
    [spans, logs],
    [1, 2].map((count) => ({ started: count, exported: count, ...all })),
  );
  // The second has what was written after that.
  assert.equal(collector.requests.filter(({ path }) => path === '/v1/logs').length, 2);
});

test('waiting for a collector that never answers takes 2 s at most', async () => {
  await using collector = await startCollector(() => undefined);
  await using service = startService('flushes', { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  const [worked, flushed] = [await service.line('worked'), await service.line('flushed')];
  const ms = Date.parse(String(flushed['timestamp'])) - Date.parse(String(worked['timestamp']));
  assert.ok(ms < 2_500, `it took ${ms} ms`);
  assert.equal((await service.exit).code, 3);
});
