import { fieldsOf } from './env-rule.ts';
import type { Env } from './env-rules.ts';

export interface PrometheusConfig {
  readonly host: string;
  readonly port: number;
}

export interface MetricsConfig {
  /** Sends them over OTLP. */
  readonly otlp: boolean;
  /** Where they can be fetched; `undefined`: nowhere. */
  readonly prometheus: PrometheusConfig | undefined;
  readonly exemplars: boolean;
  readonly exportIntervalMillis: number;
  readonly exportTimeoutMillis: number;
}

/** @returns undefined for `OTEL_METRICS_EXPORTER=none` */
export function readMetrics(env: Env): MetricsConfig | undefined {
  const exporters = fieldsOf(env['OTEL_METRICS_EXPORTER'] || 'otlp');
  if (exporters.includes('none')) return undefined;
  const exportIntervalMillis = Number(env['OTEL_METRIC_EXPORT_INTERVAL'] || 15_000);
  const timeout = Number(env['OTEL_METRIC_EXPORT_TIMEOUT'] || exportIntervalMillis);
  return {
    otlp: exporters.includes('otlp'),
    prometheus: exporters.includes('prometheus') ? readPrometheus(env) : undefined,
    exemplars: env['OTEL_METRICS_EXEMPLAR_FILTER'] !== 'always_off',
    exportIntervalMillis,
    exportTimeoutMillis: Math.min(timeout, exportIntervalMillis),
  };
}

function readPrometheus(env: Env): PrometheusConfig {
  return {
    host: env['OTEL_EXPORTER_PROMETHEUS_HOST'] || 'localhost',
    port: Number(env['OTEL_EXPORTER_PROMETHEUS_PORT'] || 9464),
  };
}
