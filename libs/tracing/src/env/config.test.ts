import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

test('without any variable everything is traced and sent every 50 ms, metrics every 15 s', () => {
  const batch = { maxExportBatchSize: 512, scheduledDelayMillis: 50 };
  const { disabled, sampling, traces, logs, metrics } = readConfig({ OTEL_TRACES_SAMPLER: '' });
  assert.equal(disabled, false);
  assert.deepEqual(sampling, { kind: 'environment', name: 'parentbased_always_on', ratio: 1 });
  assert.deepEqual([traces, logs], [batch, batch]);
  assert.deepEqual(metrics, {
    otlp: true,
    prometheus: undefined,
    exemplars: true,
    exportIntervalMillis: 15_000,
    exportTimeoutMillis: 15_000,
  });
});

test('without any variable callers are adopted, and context goes to the mesh and to this machine', () => {
  const { propagation, grpcInstrumentation, propagationOnly } = readConfig({});
  assert.deepEqual(propagation, {
    formats: undefined,
    trust: { mode: 'adopt', ports: new Map() },
    trustKeys: [],
    readsMarks: false,
    baggageKeys: [],
    targets: ['loopback', 'mesh'],
    elsewhere: 'none',
  });
  assert.deepEqual([grpcInstrumentation, propagationOnly], ['mesh', false]);
});

test('the standard variables are taken over', () => {
  const config = readConfig({
    OTEL_TRACES_SAMPLER: 'traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '1e-3',
    OTEL_BSP_MAX_QUEUE_SIZE: '100',
    OTEL_BSP_EXPORT_TIMEOUT: '700',
    OTEL_BLRP_SCHEDULE_DELAY: '1000',
    OTEL_LOGS_EXPORTER: 'otlp',
    OTEL_METRIC_EXPORT_INTERVAL: '1000',
    OTEL_METRIC_EXPORT_TIMEOUT: '5000',
    OTEL_METRICS_EXPORTER: 'prometheus',
    OTEL_METRICS_EXEMPLAR_FILTER: 'always_off',
    OTEL_EXPORTER_PROMETHEUS_PORT: '9000',
  });
  assert.deepEqual(config.sampling, { kind: 'environment', name: 'traceidratio', ratio: 0.001 });
  assert.deepEqual([config.traces?.maxQueueSize, config.traces?.maxExportBatchSize], [100, 100]);
  assert.equal(config.traces?.exportTimeoutMillis, 700);
  assert.equal(config.logs?.scheduledDelayMillis, 1000);
  assert.deepEqual(config.metrics, {
    otlp: false,
    prometheus: { host: 'localhost', port: 9000 },
    exemplars: false,
    exportIntervalMillis: 1000,
    exportTimeoutMillis: 1000,
  });
});

test('the own variables are taken over', () => {
  const { propagation, ...config } = readConfig({
    OTEL_PROPAGATORS: 'b3, none',
    MESH_TRUST: 'trust,8080=adopt, 9090=link',
    MESH_TRUST_KEYS: 'sixteen-letters-1,sixteen-letters-2',
    MESH_SAMPLING_MARK_KEYS: `web:${'s'.repeat(32)},old:${'t:u'.repeat(11)}`,
    MESH_BAGGAGE_KEYS: 'tenant',
    MESH_PROPAGATE_TO: 'loopback,*.example.org,10.0.0.0/8',
    MESH_PROPAGATE_ELSEWHERE: 'traceparent',
    MESH_PROPAGATION_ONLY: 'true',
    MESH_GRPC_INSTRUMENTATION: 'stock',
    MESH_REDACT_KEYS: 'loyalty_number, seat',
  });
  assert.deepEqual(propagation, {
    formats: ['b3'],
    trust: {
      mode: 'trust',
      ports: new Map([
        [8080, 'adopt'],
        [9090, 'link'],
      ]),
    },
    trustKeys: ['sixteen-letters-1', 'sixteen-letters-2'],
    baggageKeys: ['tenant'],
    targets: ['loopback', '*.example.org', '10.0.0.0/8'],
    readsMarks: true,
    elsewhere: 'traceparent',
  });
  assert.deepEqual(config.markKeys, [
    { id: 'web', secret: 's'.repeat(32) },
    { id: 'old', secret: 't:u'.repeat(11) },
  ]);
  assert.deepEqual([config.grpcInstrumentation, config.propagationOnly], ['stock', true]);
  assert.deepEqual(config.secretNames, ['loyalty_number', 'seat']);
});

test('8 MiB are parked for 30 s, or what the variables say, or nothing', () => {
  const captureOf = (env: Record<string, string>) => readConfig(env).capture;
  assert.deepEqual(captureOf({ MESH_CAPTURE: 'on' }), { maxBytes: 8 * 1024 * 1024, maxMillis: 30_000 });
  assert.deepEqual(captureOf({ MESH_CAPTURE_MAX_BYTES: '65536', MESH_CAPTURE_MAX_SECONDS: '5' }), {
    maxBytes: 65_536,
    maxMillis: 5000,
  });
  assert.equal(captureOf({ MESH_CAPTURE: 'off' }), undefined);
  assert.equal(captureOf({ MESH_GRPC_INSTRUMENTATION: 'stock' }), undefined);
});

test('keys of marks are one or two with ids of their own, and each is long', () => {
  const long = 's'.repeat(32);
  for (const value of [
    ...[long, `:${long}`, 'web:short', `a b:${long}`, `web:${long},web:${long}`, ','],
    `1:${long},2:${long},3:${long}`,
    `web:${'ü'.repeat(32)}`,
  ])
    assert.throws(() => readConfig({ MESH_SAMPLING_MARK_KEYS: value }), /must be one or two keys/, value);
});

test("a span's own limit comes before the one for all attributes, and 128 is the default", () => {
  const { spanLimits } = readConfig({
    OTEL_ATTRIBUTE_COUNT_LIMIT: '10',
    OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: '20',
    OTEL_LINK_ATTRIBUTE_COUNT_LIMIT: '5',
    OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT: '100',
  });
  assert.deepEqual(spanLimits, {
    attributeCountLimit: 20,
    attributeValueLengthLimit: 100,
    eventCountLimit: 128,
    linkCountLimit: 128,
    attributePerEventCountLimit: 10,
    attributePerLinkCountLimit: 5,
  });
});
