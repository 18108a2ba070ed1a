import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';

const often = { OTEL_METRIC_EXPORT_INTERVAL: '200' };

test('a service sends its event loop, its heap and its memory again and again', async () => {
  await using collector = await startCollector();
  await using service = startService('http-server', {
    env: { ...often, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
    args: [0],
  });
  await service.port();
  const names = [
    'nodejs.eventloop.utilization',
    'nodejs.eventloop.delay.p99',
    'nodejs.eventloop.time',
    'v8js.memory.heap.used',
  ];
  for (const name of names) await collector.metric(name);
  const memory = await collector.metric('process.memory.usage');
  assert.equal(memory.unit, 'By');
  assert.ok(memory.value > 10_000_000 && memory.value < 1_000_000_000, `${memory.value} bytes`);
  service.stop();
  assert.equal((await service.exit).code, 0);
});

test('the last values say what became of every root, span and line: kept, taken, or lost for which reason', async () => {
  await using collector = await startCollector();
  await using service = startService('one-span', {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
  });
  assert.equal((await service.exit).code, 0);
  const firstOf = async (name: string) => (await collector.metric(name)).value;
  assert.equal(await firstOf('otel.sdk.span.started'), collector.spans.length);
  assert.equal(await firstOf('otel.sdk.log.created'), collector.logs.length);
  assert.deepEqual(
    [await firstOf('otel.sdk.span.live'), await firstOf('otel.sdk.exporter.span.inflight')],
    [0, 0],
  );
  for (const [signal, arrived] of [
    ['span', collector.spans],
    ['log', collector.logs],
  ] as const) {
    const { points, isMonotonic } = await collector.metric(`otel.sdk.exporter.${signal}.exported`);
    const byReason = points.map(({ attributes, value }) => [attributes['error.type'] ?? 'taken', value]);
    const none = ['queue_full', 'rejected', 'unencodable', 'shutdown'].map((reason) => [reason, 0]);
    assert.deepEqual(byReason, [['taken', arrived.length], ...none]);
    assert.ok(isMonotonic && arrived.length > 0);
  }
  for (const [decision, expected] of [
    ['kept', { forced: 0, first: 0, floor: 0, boost: 0, ratio: 0, always: collector.spans.length }],
    ['dropped', { never: 0, ratio: 0, boost: 0, ceiling: 0, overall: 0 }],
    ['cut', { ceiling: 0, overall: 0 }],
  ] as const) {
    const { points, isMonotonic } = await collector.metric(`mesh.sampling.${decision}`);
    const byReason = points.map(({ attributes, value }) => [attributes['sampling.reason'], value]);
    assert.deepEqual([Object.fromEntries(byReason), isMonotonic], [expected, true]);
  }
  assert.equal(await firstOf('mesh.capture.promoted'), 0);
});

test('a service without capture has no metrics of it, and its first line says that it is off', async () => {
  await using collector = await startCollector();
  await using service = startService('one-span', {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, MESH_CAPTURE: 'off' },
  });
  assert.equal((await service.exit).code, 0);
  await collector.metric('mesh.sampling.kept');
  assert.deepEqual(
    collector.metrics.filter(({ name }) => name.startsWith('mesh.capture.')),
    [],
  );
  assert.equal((await service.line('tracing started'))['capture'], 'off by MESH_CAPTURE');
});

test('calls are counted on both sides, unsampled ones too, and a sampled one leads to its trace', async () => {
  await using collector = await startCollector();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  await using server = startService('grpc-server', { env: { ...env, OTEL_TRACES_SAMPLER: 'always_off' } });
  await using client = startService('grpc-client', { env, args: [await server.port()] });
  assert.equal((await client.exit).code, 0);
  server.stop();
  assert.equal((await server.exit).code, 0);
  const callsOf = async (name: string) =>
    (await collector.metric(name)).points.filter(({ count }) => count > 0);
  const [made, served] = [
    await callsOf('rpc.client.call.duration'),
    await callsOf('rpc.server.call.duration'),
  ];
  for (const points of [made, served]) {
    const methods = points.map(({ attributes, count }) => [attributes['rpc.method'], count]);
    assert.deepEqual(methods, [
      ['shop.v1.CartService/Check', 1],
      ['shop.v1.CartService/List', 1],
    ]);
    for (const { attributes } of points) assert.equal(attributes['rpc.status_code'], 'OK');
  }
  const traces = new Set(collector.spans.map(({ traceId }) => traceId));
  const exemplars = made.flatMap((point) => point.exemplars);
  assert.ok(exemplars.length === 2 && exemplars.every(({ traceId }) => traces.has(traceId)));
  assert.deepEqual(
    served.flatMap((point) => point.exemplars),
    [],
  );
});

test('spans, lines and metrics name the same sender: the service and this one process of it', async () => {
  await using collector = await startCollector();
  const start = () =>
    startService('one-span', {
      env: {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_SERVICE_NAME: 'cart',
        OTEL_RESOURCE_ATTRIBUTES: 'service.version=0.1.0,deployment.environment.name=test',
      },
    });
  await using first = start();
  assert.equal((await first.exit).code, 0);
  const [{ resource } = assert.fail()] = collector.spans;
  assert.match(String(resource['service.instance.id']), /^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  assert.equal(resource['service.name'], 'cart');
  assert.equal(resource['service.namespace'], 'mesh');
  assert.equal(resource['service.version'], '0.1.0');
  assert.equal(resource['deployment.environment.name'], 'test');
  for (const record of [...collector.logs, ...collector.metrics]) assert.deepEqual(record.resource, resource);
  assert.ok(collector.metrics.length > 0);
  await using second = start();
  await second.exit;
  assert.notEqual(collector.spans[1]?.resource['service.instance.id'], resource['service.instance.id']);
});

test('nothing tells who started the process or with what words', async () => {
  await using collector = await startCollector();
  await using service = startService('one-span', { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  await service.exit;
  assert.deepEqual(Object.keys(collector.spans[0]?.resource ?? {}).sort(), [
    'host.name',
    'process.pid',
    'process.runtime.name',
    'process.runtime.version',
    'service.instance.id',
    'service.name',
    'service.namespace',
    'telemetry.sdk.language',
    'telemetry.sdk.name',
    'telemetry.sdk.version',
  ]);
});

test('an instance id that is given is kept', async () => {
  await using collector = await startCollector();
  await using service = startService('one-span', {
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_RESOURCE_ATTRIBUTES: 'service.instance.id=cart-7',
    },
  });
  await service.exit;
  assert.equal(collector.spans[0]?.resource['service.instance.id'], 'cart-7');
});

test('a collector that answers no metrics holds the process for 2 s at most', async () => {
  await using collector = await startCollector(() => undefined);
  await using service = startService('one-span', {
    env: {
      ...often,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_EXPORTER: 'none',
      OTEL_LOGS_EXPORTER: 'none',
    },
    args: [3, 500],
  });
  await service.line('worked');
  const workedAt = Date.now();
  assert.equal((await service.exit).code, 3);
  assert.ok(Date.now() - workedAt < 3_500);
});
