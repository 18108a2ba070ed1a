import type { Ledger } from '../../delivery/ledger.ts';
import type { NumberMetric } from '../metric.ts';

/** Of an unsampled span nothing is made that could be counted. */
const SAMPLED = { 'otel.span.sampling_result': 'RECORD_AND_SAMPLE' };

/** https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/ */
export function measureSpans(ledger: Ledger): NumberMetric[] {
  return [
    {
      name: 'otel.sdk.span.started',
      description: 'The number of created spans.',
      unit: '{span}',
      kind: 'counter',
      read: () => [{ value: ledger.totals().started, attributes: SAMPLED }],
    },
    {
      name: 'otel.sdk.span.live',
      description: 'The number of sampled spans that have not ended yet.',
      unit: '{span}',
      kind: 'upDownCounter',
      read: () => [{ value: ledger.totals().live, attributes: SAMPLED }],
    },
  ];
}

export function measureLogs(ledger: Ledger): NumberMetric {
  return {
    name: 'otel.sdk.log.created',
    description: 'The number of log records that were given to OTLP.',
    unit: '{log_record}',
    kind: 'counter',
    read: () => [{ value: ledger.totals().started }],
  };
}
