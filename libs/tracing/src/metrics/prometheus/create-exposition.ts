import type { Resource } from '@opentelemetry/resources';
import type { Metric } from '../metric.ts';
import { labelsOf } from './labels.ts';
import { familyName } from './metric-name.ts';
import { durationLines } from './write-durations.ts';

/** The text with all values as they are now. */
export type Exposition = (format: 'prometheus' | 'openmetrics') => string;

/** What deploy/prometheus has as labels of each series too, of what comes over OTLP. */
const COMMON = ['service.name', 'service.namespace', 'deployment.environment.name'];

const TYPES = { gauge: 'gauge', upDownCounter: 'gauge', counter: 'counter', histogram: 'histogram' } as const;

/**
 * Not the SDK's exporter: its names lack the units that the same metrics have over OTLP, and it knows no exemplars, which
 * are in OpenMetrics alone.
 */
export function createExposition({ attributes }: Resource, metrics: readonly Metric[]): Exposition {
  const common = labelsOf(
    Object.fromEntries(COMMON.flatMap((name) => (name in attributes ? [[name, attributes[name]]] : []))),
  );
  const target = [
    ...head('target_info', 'gauge', 'Target metadata'),
    `target_info{${labelsOf(attributes)}} 1`,
  ];
  return (format) => {
    const isOpen = format === 'openmetrics';
    const lines = metrics.flatMap((metric) => metricLines(metric, common, isOpen));
    return `${[...target, ...lines, ...(isOpen ? ['# EOF'] : [])].join('\n')}\n`;
  };
}

function metricLines(metric: Metric, common: string, isOpen: boolean): string[] {
  const { kind, description } = metric;
  const family = familyName(metric);
  const sample = kind === 'counter' ? `${family}_total` : family;
  const lines =
    kind === 'histogram'
      ? metric.read().flatMap((series) => durationLines(family, series, common, isOpen))
      : metric.read().map(({ value, attributes = {} }) => {
          const labels = [common, labelsOf(attributes)].filter(Boolean).join(',');
          return `${sample}{${labels}} ${value}`;
        });
  // OpenMetrics names the family of a counter, and the text of Prometheus its samples.
  return lines.length === 0 ? [] : [...head(isOpen ? family : sample, TYPES[kind], description), ...lines];
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}
