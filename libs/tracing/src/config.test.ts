import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

test('without any variable everything is traced and sent every 200 ms, metrics every 15 s', () => {
  const batch = { maxQueueSize: 8192, maxExportBatchSize: 512, scheduledDelayMillis: 200 };
  const { disabled, sampler, traces, logs, metrics } = readConfig({ OTEL_TRACES_SAMPLER: '' });
  assert.equal(disabled, false);
  assert.deepEqual(sampler, { name: 'parentbased_always_on', ratio: 1 });
  assert.deepEqual([traces, logs], [batch, batch]);
  assert.deepEqual(metrics, { exportIntervalMillis: 15_000 });
});

test('the standard variables are taken over', () => {
  const config = readConfig({
    OTEL_TRACES_SAMPLER: 'traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '1e-3',
    OTEL_BSP_MAX_QUEUE_SIZE: '100',
    OTEL_BLRP_SCHEDULE_DELAY: '1000',
    OTEL_LOGS_EXPORTER: 'otlp',
    OTEL_METRIC_EXPORT_INTERVAL: '1000',
  });
  assert.deepEqual(config.sampler, { name: 'traceidratio', ratio: 0.001 });
  assert.deepEqual([config.traces?.maxQueueSize, config.traces?.maxExportBatchSize], [100, 100]);
  assert.equal(config.logs?.scheduledDelayMillis, 1000);
  assert.equal(config.metrics?.exportIntervalMillis, 1000);
});

for (const [name, value] of [
  ['OTEL_SDK_DISABLED', 'yes'],
  ['OTEL_LOG_LEVEL', 'loud'],
  ['OTEL_TRACES_EXPORTER', 'zipkin'],
  ['OTEL_LOGS_EXPORTER', 'console'],
  ['OTEL_METRICS_EXPORTER', 'prometheus'],
  ['OTEL_METRIC_EXPORT_INTERVAL', '15s'],
  ['OTEL_TRACES_SAMPLER', 'parentbased'],
  ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
  ['OTEL_TRACES_SAMPLER_ARG', '-1'],
  ['OTEL_PROPAGATORS', 'tracecontext,jaeger'],
  ['OTEL_RESOURCE_ATTRIBUTES', 'deployment.environment'],
  ['OTEL_BSP_MAX_QUEUE_SIZE', '0'],
  ['OTEL_BLRP_SCHEDULE_DELAY', '1s'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
  ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'grpc://localhost'],
  ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
  ['OTEL_EXPORTER_OTLP_LOGS_TIMEOUT', 'never'],
  ['OTEL_EXPORTER_OTLP_METRICS_ENDPOINT', 'collector'],
] as const) {
  test(`${name}=${value} is refused with a sentence that names it`, () => {
    assert.throws(() => readConfig({ [name]: value }), {
      name: 'ConfigError',
      message: new RegExp(`^${name} must be .+, but it is "${value}"\\.$`),
    });
  });
}

test('a password in a refused address is not shown', () => {
  assert.throws(
    () => readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://mesh:secret@collector' }),
    (error: Error) => !error.message.includes('secret') && error.message.includes('collector'),
  );
});
