import { DiagLogLevel } from '@opentelemetry/api';
import { diagLogLevelFromString } from '@opentelemetry/core';
import type { SpanLimits } from '@opentelemetry/sdk-trace';
import type { CaptureConfig } from '../capture/capture-config.ts';
import type { PropagationConfig } from '../propagation/propagation-config.ts';
import type { MarkKey } from '../sampling/mark/mark-claim.ts';
import type { AttributeLimits } from '../span/span-attributes.ts';
import { fieldsOf } from './env-rule.ts';
import type { Env } from './env-rules.ts';
import { checkEnv } from './env-rules.ts';
import { readCapture } from './read-capture.ts';
import { readEndpoint } from './read-endpoint.ts';
import { readLogLimits } from './read-log-limits.ts';
import { readMarkKeys } from './read-mark-keys.ts';
import { type MetricsConfig, readMetrics } from './read-metrics.ts';
import { readPropagation } from './read-propagation.ts';
import { readSampling, type SamplingConfig } from './read-sampling.ts';
import { readSpanLimits } from './read-span-limits.ts';

/** How finished spans, or log lines, are collected before they are sent. */
export interface BatchConfig {
  /** How many may wait; absent: they are bounded by the bytes of the outbox alone. */
  readonly maxQueueSize?: number;
  readonly maxExportBatchSize: number;
  readonly scheduledDelayMillis: number;
  /** The most time for one attempt to send a batch; absent: `OTEL_EXPORTER_OTLP_TIMEOUT` alone says. */
  readonly exportTimeoutMillis?: number;
}

export interface TracingConfig {
  readonly disabled: boolean;
  /** How much the SDK says about itself on stderr; default `WARN`. */
  readonly diagLevel: DiagLogLevel;
  /** No span is made here; ids that come in go on as they are. */
  readonly propagationOnly: boolean;
  readonly grpcInstrumentation: 'mesh' | 'stock';
  readonly sampling: SamplingConfig;
  readonly spanLimits: Required<SpanLimits>;
  readonly logLimits: AttributeLimits;
  readonly propagation: PropagationConfig;
  /** What becomes of what is not sampled; `undefined`: nothing. */
  readonly capture: CaptureConfig | undefined;
  /** Of marks that force a trace; none: nobody can. */
  readonly markKeys: readonly MarkKey[];
  /** Whose values are redacted, besides those that are known. */
  readonly secretNames: readonly string[];
  /** `undefined`: the signal is switched off (`OTEL_TRACES_EXPORTER=none`). */
  readonly traces: BatchConfig | undefined;
  readonly logs: BatchConfig | undefined;
  readonly metrics: MetricsConfig | undefined;
  /** Where each signal goes, as people may see it; the senders read the variables themselves. */
  readonly endpoints: { readonly traces: string; readonly logs: string; readonly metrics: string };
  /** The file that `mesh doctor` reads; absent: nobody asked. */
  readonly doctorReport: string | undefined;
}

/**
 * Reads the variables of README.md; an empty one counts as not set, as the specification asks.
 *
 * Three defaults are not the SDK's. The delay is 50 ms instead of 5 s (spans) and 1 s (logs): a process that is killed
 * loses only what ended in its last 100 ms. The queues are bounded by bytes and not by a number: 30 s without a
 * collector have to fit. Metrics go every 15 s instead of 60 s: a rate over one minute then has four values to go by.
 *
 * Variables that only the SDK reads (endpoint, headers, resource) are checked here too and
 * then left to it: by itself it goes on with another value than the one it was given.
 *
 * @throws ConfigError with a sentence that names the variable and what it takes
 */
export function readConfig(env: Env): TracingConfig {
  checkEnv(env);
  return {
    disabled: env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true',
    diagLevel: diagLogLevelFromString(env['OTEL_LOG_LEVEL'] || undefined) ?? DiagLogLevel.WARN,
    propagationOnly: env['MESH_PROPAGATION_ONLY'] === 'true',
    grpcInstrumentation: env['MESH_GRPC_INSTRUMENTATION'] === 'stock' ? 'stock' : 'mesh',
    sampling: readSampling(env),
    spanLimits: readSpanLimits(env),
    logLimits: readLogLimits(env),
    propagation: readPropagation(env),
    capture: readCapture(env),
    markKeys: readMarkKeys(env['MESH_SAMPLING_MARK_KEYS'] || ''),
    secretNames: fieldsOf(env['MESH_REDACT_KEYS'] || ''),
    traces: env['OTEL_TRACES_EXPORTER'] === 'none' ? undefined : readBatch(env, 'OTEL_BSP'),
    logs: env['OTEL_LOGS_EXPORTER'] === 'none' ? undefined : readBatch(env, 'OTEL_BLRP'),
    metrics: readMetrics(env),
    endpoints: {
      traces: readEndpoint(env, 'traces'),
      logs: readEndpoint(env, 'logs'),
      metrics: readEndpoint(env, 'metrics'),
    },
    doctorReport: env['MESH_DOCTOR_REPORT'] || undefined,
  };
}

function readBatch(env: Env, prefix: string): BatchConfig {
  const [maxQueueSize, exportTimeoutMillis] = ['MAX_QUEUE_SIZE', 'EXPORT_TIMEOUT'].map((name) =>
    Number(env[`${prefix}_${name}`] || 0),
  );
  const maxExportBatchSize = Number(env[`${prefix}_MAX_EXPORT_BATCH_SIZE`] || 512);
  return {
    ...(maxQueueSize && { maxQueueSize }),
    maxExportBatchSize: Math.min(maxExportBatchSize, maxQueueSize || maxExportBatchSize),
    scheduledDelayMillis: Number(env[`${prefix}_SCHEDULE_DELAY`] || 50),
    ...(exportTimeoutMillis && { exportTimeoutMillis }),
  };
}
