import type { Metric } from '../metric.ts';

const UNITS: Readonly<Record<string, string>> = { s: '_seconds', By: '_bytes' };

/**
 * The name that Prometheus itself makes when it gets the metric over OTLP, so that a dashboard serves both ways; without
 * the `_total` of a counter: https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/
 */
export function familyName({ name, unit, kind }: Metric): string {
  const ratio = unit === '1' && kind === 'gauge' ? '_ratio' : '';
  const ending = UNITS[unit] ?? ratio;
  const family = labelName(name);
  return family.endsWith(ending) ? family : family + ending;
}

export function labelName(name: string): string {
  return name
    .replace(/[^a-zA-Z0-9_]/g, '_')
    .replace(/_{2,}/g, '_')
    .replace(/^(?=\d)/, 'key_');
}
