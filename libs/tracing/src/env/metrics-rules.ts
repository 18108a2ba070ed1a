import { isIP } from 'node:net';
import { count, fieldsOf, oneOf, type Rule } from './env-rule.ts';

/** https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#exporter-selection */
export const metricsRules: Readonly<Record<string, Rule>> = {
  OTEL_METRICS_EXPORTER: { must: 'none, or a list of otlp, prometheus', accepts: isExporterList },
  // What is not sampled has no trace that an exemplar could lead to.
  OTEL_METRICS_EXEMPLAR_FILTER: oneOf('trace_based', 'always_off'),
  OTEL_EXPORTER_PROMETHEUS_HOST: {
    must: 'a host name or an IP address',
    accepts: (value) => isIP(value) > 0 || /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(value),
  },
  OTEL_EXPORTER_PROMETHEUS_PORT: {
    must: 'a port, from 1 to 65535',
    accepts: (value) => count.accepts(value) && Number(value) < 65_536,
  },
};

function isExporterList(value: string): boolean {
  const names = fieldsOf(value);
  return (
    value.trim() === 'none' ||
    (names.length > 0 && names.every((name) => ['otlp', 'prometheus'].includes(name)))
  );
}
