import type { Attributes } from '@opentelemetry/api';
import { DurationSeries } from './duration-series.ts';

type Outcome = string | number | undefined;

export interface SeriesTable {
  find(attributes: Attributes, outcome: Outcome, errorType: string | undefined): DurationSeries;
  all(): readonly DurationSeries[];
}

/** As many as the SDK keeps of a metric, the last one included: all that comes after them is that one. */
const MAX_SERIES = 2000;

/** https://opentelemetry.io/docs/specs/otel/metrics/sdk/#overflow-attribute */
const OVERFLOW = { 'otel.metric.overflow': true };

/** The series of one operation: the most frequent outcome is mostly the first. */
type Operation = DurationSeries[];

export function createSeriesTable(options: {
  readonly attributes: readonly string[];
  readonly outcome: string;
}): SeriesTable {
  const series: DurationSeries[] = [];
  /** Operations by what they are, since many objects can say the same: each channel has its own. */
  const byValue = new Map<string, Operation>();
  /** The way of nearly all calls. */
  const byObject = new WeakMap<Attributes, Operation>();
  let overflow: DurationSeries | undefined;

  function operationOf(attributes: Attributes): Operation {
    let key = '';
    for (const name of options.attributes) key += `${attributes[name]}\0`;
    const operation = byValue.get(key) ?? [];
    if (series.length < MAX_SERIES - 1) byValue.set(key, operation);
    if (Object.isFrozen(attributes)) byObject.set(attributes, operation);
    return operation;
  }

  function create(operation: Operation, attributes: Attributes, outcome: Outcome, errorType?: string) {
    if (series.length >= MAX_SERIES - 1) {
      overflow ??= new DurationSeries(OVERFLOW, undefined, undefined);
      return overflow;
    }
    const own = Object.fromEntries(options.attributes.map((name) => [name, attributes[name]]));
    const all = { ...own, [options.outcome]: outcome, 'error.type': errorType };
    const created = new DurationSeries(withoutUndefined(all), outcome, errorType);
    operation.push(created);
    series.push(created);
    return created;
  }

  return {
    find(attributes, outcome, errorType) {
      const operation = byObject.get(attributes) ?? operationOf(attributes);
      for (const known of operation)
        if (known.outcome === outcome && known.errorType === errorType) return known;
      return create(operation, attributes, outcome, errorType);
    },
    all: () => (overflow ? [...series, overflow] : series),
  };
}

function withoutUndefined(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}
