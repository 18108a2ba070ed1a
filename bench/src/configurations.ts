import type { Configuration, Env } from './configuration.ts';
import type { ServiceName } from './service-name.ts';
import { STOCK_FLAGS } from './stock/flags.ts';

const plain: Configuration = {
  name: 'base',
  title: 'no tracing, stock winston',
  logger: 'stock',
  flags: [],
  env: () => ({}),
  sampled: 0,
  startLines: 0,
  logsOverOtlp: false,
  needsStock: false,
};

/** What all others are compared with. */
export const BASE = plain;

/** Everything that is measured; the first is the base. */
export const configurations: readonly Configuration[] = [
  BASE,
  ours('ours-100', '@mesh/tracing, 100 %', 1),
  ours('ours-1', '@mesh/tracing, 1 %', 0.01),
  ours('ours-1-capture', '@mesh/tracing, 1 %, the rest parked', 0.01, { MESH_CAPTURE: 'on' }),
  ours('ours-100-otlp-logs', '@mesh/tracing, 100 %, lines over OTLP too', 1, { OTEL_LOGS_EXPORTER: 'otlp' }),
  ours('ours-1-otlp-logs', '@mesh/tracing, 1 %, lines over OTLP too', 0.01, { OTEL_LOGS_EXPORTER: 'otlp' }),
  ours('twin-100', 'the same with instrumentation-grpc, 100 %', 1, { MESH_GRPC_INSTRUMENTATION: 'stock' }),
  ours('twin-1', 'the same with instrumentation-grpc, 1 %', 0.01, { MESH_GRPC_INSTRUMENTATION: 'stock' }),
  ours('off', '@mesh/tracing, OTEL_SDK_DISABLED', 0, { OTEL_SDK_DISABLED: 'true' }),
  stock('stock-100', 'auto-instrumentations-node, 100 %', 1),
  stock('stock-1', 'auto-instrumentations-node, 1 %', 0.01),
];

function ours(name: string, title: string, sampled: number, env: Env = {}): Configuration {
  return {
    ...plain,
    name,
    title,
    sampled,
    logger: 'mesh',
    flags: ['--import', import.meta.resolve('@mesh/tracing/register')],
    // As the mesh is run: outsiders reach the gateway only.
    env: (service) => ({
      ...telemetry(service, sampled),
      MESH_TRUST: service === 'gateway' ? 'adopt' : 'trust',
      // What it costs to park what is not sampled is measured by itself.
      MESH_CAPTURE: 'off',
      ...env,
    }),
    startLines: env['OTEL_SDK_DISABLED'] ? 0 : 1,
    logsOverOtlp: env['OTEL_LOGS_EXPORTER'] === 'otlp',
  };
}

function stock(name: string, title: string, sampled: number): Configuration {
  return {
    ...plain,
    name,
    title,
    sampled,
    flags: STOCK_FLAGS,
    // The other detectors ask the addresses of clouds who they are.
    env: (service) => ({
      ...telemetry(service, sampled),
      // Its figures are those without metrics; ours are with them, as they are on by default.
      OTEL_METRICS_EXPORTER: 'none',
      OTEL_NODE_RESOURCE_DETECTORS: 'env,host,os,process,serviceinstance',
    }),
    needsStock: true,
  };
}

function telemetry(service: ServiceName, sampled: number): Env {
  return {
    OTEL_SERVICE_NAME: service,
    OTEL_TRACES_SAMPLER: sampled === 1 ? 'parentbased_always_on' : 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: String(sampled),
    OTEL_LOGS_EXPORTER: 'none',
  };
}
