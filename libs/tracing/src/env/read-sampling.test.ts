import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEnv } from './env-rules.ts';
import { readSampling } from './read-sampling.ts';

test('a file says what samples, or a server of Jaeger does, or the name of a sampler', () => {
  assert.deepEqual(readSampling({ MESH_SAMPLING_FILE: '/etc/mesh/sampling.json' }), {
    kind: 'file',
    path: '/etc/mesh/sampling.json',
  });
  assert.deepEqual(readSampling({ OTEL_TRACES_SAMPLER: 'parentbased_jaeger_remote' }), {
    kind: 'jaeger_remote',
    parent: 'follow',
    endpoint: 'http://localhost:5778',
    pollingIntervalMillis: 1000,
    initialRatio: 0.001,
  });
  assert.deepEqual(readSampling({ OTEL_TRACES_SAMPLER: 'always_on' }), {
    kind: 'environment',
    name: 'always_on',
    ratio: 1,
  });
});

test('of a server its address, the interval and what holds until it answers can be set, each by itself', () => {
  const OTEL_TRACES_SAMPLER_ARG =
    'endpoint=https://jaeger/api/, pollingIntervalMs=5000,initialSamplingRate=0.25';
  const env = { OTEL_TRACES_SAMPLER: 'jaeger_remote', OTEL_TRACES_SAMPLER_ARG };
  checkEnv(env);
  assert.deepEqual(readSampling(env), {
    kind: 'jaeger_remote',
    parent: 'ignore',
    endpoint: 'https://jaeger/api',
    pollingIntervalMillis: 5000,
    initialRatio: 0.25,
  });
});

for (const arg of [
  '0.5',
  'endpoint=jaeger:5778',
  'endpoint=http://jaeger:5778?tenant=a',
  'interval=5',
  'initialSamplingRate=2',
  'pollingIntervalMs=1,pollingIntervalMs=2',
  '__proto__=1',
]) {
  test(`a server of Jaeger is not described by ${arg}`, () => {
    assert.throws(
      () => checkEnv({ OTEL_TRACES_SAMPLER: 'jaeger_remote', OTEL_TRACES_SAMPLER_ARG: arg }),
      /^ConfigError: OTEL_TRACES_SAMPLER_ARG must be a list like endpoint=/,
    );
  });
}

test('no password of a refused server of Jaeger is shown', () => {
  const OTEL_TRACES_SAMPLER_ARG = 'endpoint=http://a:first@jaeger,endpoint=http://b:second@jaeger';
  assert.throws(
    () => checkEnv({ OTEL_TRACES_SAMPLER: 'jaeger_remote', OTEL_TRACES_SAMPLER_ARG }),
    (error: Error) =>
      !/first|second/.test(error.message) && error.message.includes('endpoint=http://[hidden]@'),
  );
});

for (const name of ['OTEL_TRACES_SAMPLER', 'OTEL_TRACES_SAMPLER_ARG']) {
  test(`a file and ${name} contradict each other`, () => {
    const value = { OTEL_TRACES_SAMPLER: 'always_on', OTEL_TRACES_SAMPLER_ARG: '1' }[name] ?? '';
    assert.throws(() => checkEnv({ MESH_SAMPLING_FILE: 'sampling.json', [name]: value }), {
      message: `MESH_SAMPLING_FILE and ${name} both say what samples: take one of them out.`,
    });
    checkEnv({ MESH_SAMPLING_FILE: 'sampling.json', [name]: '' });
  });
}
