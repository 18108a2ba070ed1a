import { BOUNDS, type DurationSeries, type Exemplar } from '../duration-series.ts';
import { labelsOf } from './labels.ts';

/** As OpenMetrics and Prometheus 3 write a bound: a whole number with a zero behind its point. */
const LIMITS = [...BOUNDS.map((bound) => (Number.isInteger(bound) ? `${bound}.0` : `${bound}`)), '+Inf'];

/** The samples of one histogram: its buckets, each with those below it, their number and their sum. */
export function durationLines(
  family: string,
  { attributes, counts, sum, exemplars }: DurationSeries,
  common: string,
  hasExemplars: boolean,
): string[] {
  const labels = [common, labelsOf(attributes)].filter(Boolean).join(',');
  const before = labels && `${labels},`;
  let count = 0;
  const buckets = LIMITS.map((limit, bucket) => {
    count += counts[bucket] ?? 0;
    const exemplar = hasExemplars ? exemplars[bucket] : undefined;
    return `${family}_bucket{${before}le="${limit}"} ${count}${exemplar ? exemplarText(exemplar) : ''}`;
  });
  return [...buckets, `${family}_count{${labels}} ${count}`, `${family}_sum{${labels}} ${sum}`];
}

/** https://prometheus.io/docs/specs/om/open_metrics_spec/#exemplars */
function exemplarText({ context, seconds, unixMillis }: Exemplar): string {
  const labels = `trace_id="${context.traceId}",span_id="${context.spanId}"`;
  return ` # {${labels}} ${seconds} ${unixMillis / 1000}`;
}
