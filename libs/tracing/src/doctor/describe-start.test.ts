import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../env/config.ts';
import { documentFromEnvironment } from '../sampling/document/from-environment.ts';
import type { SamplingDocument } from '../sampling/document/sampling-document.ts';
import { describeStart } from './describe-start.ts';

const program = fileURLToPath(import.meta.url);

const loadedAt = '2026-11-26T12:00:00.000Z';
const REPORT = {
  source: { kind: 'file', location: '/etc/mesh/sampling.json', loadedAt },
  document: documentFromEnvironment('always_off', 1),
} as const;

test('the first line says what is in effect, with the versions that the program has, and no password', () => {
  const config = readConfig({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'https://mesh:secret@collector:4318',
    OTEL_LOGS_EXPORTER: 'none',
    OTEL_METRICS_EXPORTER: 'prometheus',
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0.01',
    OTEL_PROPAGATORS: 'tracecontext,b3',
    MESH_TRUST: 'trust,8080=adopt',
  });
  assert.deepEqual(describeStart(config, program, REPORT), {
    version: '0.1.0',
    node: process.versions.node,
    traces: 'https://collector:4318/v1/traces',
    logs: 'none',
    metrics: 'none',
    prometheus: 'localhost:9464',
    sampler: 'parentbased_traceidratio 0.01',
    capture: '8192 KiB, 30 s, 10/s',
    instrumentations: {
      grpc: 'mesh, @grpc/grpc-js 1.14.7',
      http: `mesh, node ${process.versions.node}`,
      pg: 'stock, pg 8.23.1',
    },
    propagators: 'tracecontext,b3',
    trust: 'trust,8080=adopt',
    propagateTo: 'loopback,mesh',
  });
});

test('where no span is made, and for a program that is no file, it says so', () => {
  const config = readConfig({ MESH_PROPAGATION_ONLY: 'true' });
  const { traces, sampler, capture, instrumentations } = describeStart(config, undefined, undefined);
  assert.deepEqual(
    [traces, sampler, capture],
    ['none', 'none: no span is made here', 'off: no span is made here'],
  );
  assert.equal(Object(instrumentations).grpc, 'mesh, no @grpc/grpc-js');
});

test('what keeps capture off is named', () => {
  const off = (env: Record<string, string>, document: Partial<SamplingDocument> = {}) =>
    describeStart(readConfig(env), program, { ...REPORT, document: { ...REPORT.document, ...document } })[
      'capture'
    ];
  assert.equal(off({ MESH_CAPTURE: 'off' }), 'off by MESH_CAPTURE');
  assert.equal(off({ MESH_GRPC_INSTRUMENTATION: 'stock' }), 'off by MESH_GRPC_INSTRUMENTATION');
  const small = { MESH_CAPTURE_MAX_BYTES: '65536', MESH_CAPTURE_MAX_SECONDS: '5' };
  assert.equal(off(small, { capture: undefined }), '64 KiB, 5 s, off by the document');
});

test('a document is named by its place and by what it says', () => {
  const { sampler } = describeStart(readConfig({ MESH_SAMPLING_FILE: 'sampling.json' }), program, REPORT);
  assert.equal(sampler, 'file /etc/mesh/sampling.json: never');
});
