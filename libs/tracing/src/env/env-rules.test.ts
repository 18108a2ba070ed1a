import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEnv } from './env-rules.ts';
import { refusedVariables } from './refused-variables.ts';

for (const [name, value] of [
  ['OTEL_SDK_DISABLED', 'yes'],
  ['OTEL_LOG_LEVEL', 'loud'],
  ['OTEL_TRACES_EXPORTER', 'zipkin'],
  ['OTEL_LOGS_EXPORTER', 'console'],
  ['OTEL_METRICS_EXPORTER', 'console'],
  ['OTEL_METRICS_EXPORTER', 'otlp,none'],
  ['OTEL_METRICS_EXEMPLAR_FILTER', 'always_on'],
  ['OTEL_EXPORTER_PROMETHEUS_HOST', 'http://localhost'],
  ['OTEL_EXPORTER_PROMETHEUS_PORT', '94640'],
  ['OTEL_METRIC_EXPORT_INTERVAL', '15s'],
  ['OTEL_METRIC_EXPORT_TIMEOUT', '-1'],
  ['OTEL_TRACES_SAMPLER', 'xray'],
  ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
  ['OTEL_TRACES_SAMPLER_ARG', '-1'],
  ['OTEL_PROPAGATORS', 'tracecontext,jaeger'],
  ['OTEL_RESOURCE_ATTRIBUTES', 'deployment.environment'],
  ['OTEL_RESOURCE_ATTRIBUTES', 'team=shop,owner=%ff'],
  ['OTEL_RESOURCE_ATTRIBUTES', 'a=b=c'],
  ['OTEL_RESOURCE_ATTRIBUTES', `a=${'b'.repeat(256)}`],
  ['OTEL_BSP_MAX_QUEUE_SIZE', '0'],
  ['OTEL_BSP_EXPORT_TIMEOUT', '30s'],
  ['OTEL_BLRP_SCHEDULE_DELAY', '1s'],
  ['OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT', 'many'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
  ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'grpc://localhost'],
  ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
  ['OTEL_EXPORTER_OTLP_LOGS_TIMEOUT', 'never'],
  ['OTEL_EXPORTER_OTLP_METRICS_ENDPOINT', 'collector'],
  ['OTEL_EXPORTER_OTLP_CERTIFICATE', 'no-such-file.pem'],
  ['OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE', 'delta'],
  ['OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION', 'base2_exponential_bucket_histogram'],
  ['OTEL_SEMCONV_STABILITY_OPT_IN', 'http/dup'],
  ['MESH_TRUST', 'everybody'],
  ['MESH_TRUST', 'adopt,trust'],
  ['MESH_TRUST', '8080=trust,8080=adopt'],
  ['MESH_TRUST', '80800=trust'],
  ['MESH_BAGGAGE_KEYS', 'a b'],
  ['MESH_REDACT_KEYS', 'loyalty number'],
  ['MESH_PROPAGATE_TO', '10.0.0.0/33'],
  ['MESH_PROPAGATE_TO', 'https://shop'],
  ['MESH_PROPAGATE_ELSEWHERE', 'all'],
  ['MESH_PROPAGATION_ONLY', '1'],
  ['MESH_GRPC_INSTRUMENTATION', 'none'],
  ['MESH_CAPTURE', 'true'],
  ['MESH_CAPTURE_MAX_BYTES', '65535'],
  ['MESH_CAPTURE_MAX_BYTES', '8MiB'],
  ['MESH_CAPTURE_MAX_BYTES', '1073741825'],
  ['MESH_CAPTURE_MAX_SECONDS', '0'],
  ['MESH_CAPTURE_MAX_SECONDS', '3601'],
] as const) {
  test(`${name}=${value} is refused with a sentence that names it`, () => {
    assert.throws(
      () => checkEnv({ [name]: value }),
      (error: Error) =>
        error.name === 'ConfigError' &&
        error.message.startsWith(`${name} must be `) &&
        error.message.endsWith(`, but it is "${value}".`),
    );
  });
}

for (const [name, instead] of Object.entries(refusedVariables)) {
  test(`${name} is refused, with what to do instead`, () => {
    assert.throws(() => checkEnv({ [name]: 'x' }), { message: `${name} is not taken: ${instead}.` });
    checkEnv({ [name]: '' });
  });
}

test('headers may be credentials in base64, and have to be such as can be sent as they are', () => {
  const set = (value: string) => checkEnv({ OTEL_EXPORTER_OTLP_HEADERS: value });
  for (const value of ['authorization=Basic dXNlcjpwYXNz==', 'x-a=%20b%2Cc, x-d = e', '']) set(value);
  for (const value of ['x-a', 'x-a=', '=b', 'x a=b', 'x-a=%ff', 'x-a=b;c', 'x-a=b%0D%0Ac', 'x-a=%E2%82%AC'])
    assert.throws(() => set(value), /^ConfigError: OTEL_EXPORTER_OTLP_HEADERS must be a list like/, value);
});

for (const address of [
  'ftp://mesh:secret@collector',
  'mesh:secret@collector',
  'http://mesh:secret/part@collector',
  'http://mesh:sec@ret@collector:x',
]) {
  test(`a password in a refused address is not shown: ${address}`, () => {
    assert.throws(
      () => checkEnv({ OTEL_EXPORTER_OTLP_ENDPOINT: address }),
      (error: Error) => !/sec|ret/.test(error.message) && error.message.includes('[hidden]@collector'),
    );
  });
}

for (const name of ['MESH_TRUST_KEYS', 'MESH_SAMPLING_MARK_KEYS', 'OTEL_EXPORTER_OTLP_HEADERS']) {
  test(`the value of a refused ${name} is not shown: it is a secret`, () => {
    assert.throws(
      () => checkEnv({ [name]: 'secret' }),
      (error: Error) => error.message.startsWith(`${name} must be `) && !error.message.includes('secret'),
    );
  });
}
