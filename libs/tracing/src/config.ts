import { DiagLogLevel } from '@opentelemetry/api';
import { diagLogLevelFromString } from '@opentelemetry/core';
import type { Env } from './env-rules.ts';
import { checkEnv } from './env-rules.ts';

/** How finished spans, or log lines, are collected before they are sent. */
export interface BatchConfig {
  readonly maxQueueSize: number;
  readonly maxExportBatchSize: number;
  readonly scheduledDelayMillis: number;
}

/** The sampler's standard name, and the share of root traces (0 to 1) that a ratio sampler keeps. */
export interface SamplerConfig {
  readonly name: string;
  readonly ratio: number;
}

export interface MetricsConfig {
  readonly exportIntervalMillis: number;
}

export interface TracingConfig {
  readonly disabled: boolean;
  /** How much the SDK says about itself on stderr; default `WARN`. */
  readonly diagLevel: DiagLogLevel;
  readonly sampler: SamplerConfig;
  /** `undefined`: the signal is switched off (`OTEL_TRACES_EXPORTER=none`). */
  readonly traces: BatchConfig | undefined;
  readonly logs: BatchConfig | undefined;
  readonly metrics: MetricsConfig | undefined;
}

/**
 * Reads the standard `OTEL_*` variables; an empty one counts as not set, as the specification asks.
 *
 * Three defaults are not the SDK's. The delay is 200 ms instead of 5 s (spans) and 1 s (logs), because a
 * finished request has to be readable within 2 s. The queue is 8192 instead of 2048: the SDK loses half
 * of 5000 spans that end in one turn of the event loop. Metrics go every 15 s instead of 60 s: a rate over one
 * minute then has four values to go by.
 *
 * Variables that only the SDK reads (endpoint, headers, resource, propagators) are checked here too and
 * then left to it: by itself it goes on with another value than the one it was given.
 *
 * @throws ConfigError with a sentence that names the variable and what it takes
 */
export function readConfig(env: Env): TracingConfig {
  checkEnv(env);
  return {
    disabled: env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true',
    diagLevel: diagLogLevelFromString(env['OTEL_LOG_LEVEL'] || undefined) ?? DiagLogLevel.WARN,
    sampler: {
      name: env['OTEL_TRACES_SAMPLER'] || 'parentbased_always_on',
      ratio: Number(env['OTEL_TRACES_SAMPLER_ARG'] || 1),
    },
    traces: env['OTEL_TRACES_EXPORTER'] === 'none' ? undefined : readBatch(env, 'OTEL_BSP'),
    logs: env['OTEL_LOGS_EXPORTER'] === 'none' ? undefined : readBatch(env, 'OTEL_BLRP'),
    metrics: env['OTEL_METRICS_EXPORTER'] === 'none' ? undefined : readMetrics(env),
  };
}

function readMetrics(env: Env): MetricsConfig {
  return { exportIntervalMillis: Number(env['OTEL_METRIC_EXPORT_INTERVAL'] || 15_000) };
}

function readBatch(env: Env, prefix: string): BatchConfig {
  const maxQueueSize = Number(env[`${prefix}_MAX_QUEUE_SIZE`] || 8192);
  return {
    maxQueueSize,
    maxExportBatchSize: Math.min(Number(env[`${prefix}_MAX_EXPORT_BATCH_SIZE`] || 512), maxQueueSize),
    scheduledDelayMillis: Number(env[`${prefix}_SCHEDULE_DELAY`] || 200),
  };
}
