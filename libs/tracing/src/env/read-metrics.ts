import type { MetricsConfig, PrometheusConfig } from './config.ts';
import { fieldsOf } from './env-rule.ts';
import type { Env } from './env-rules.ts';

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
