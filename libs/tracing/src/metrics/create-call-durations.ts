import type { CallDurations } from './call-durations.ts';
import type { Histogram } from './metric.ts';
import { createSeriesTable } from './series-table.ts';

export interface DurationsOptions {
  readonly name: string;
  readonly description: string;
  /** The names of the attributes that the series have; all others are left out. */
  readonly attributes: readonly string[];
  /** The name of the attribute that the outcome is. */
  readonly outcome: string;
}

/** A histogram of seconds. */
export interface MeasuredDurations extends CallDurations, Histogram {
  /** Until then nothing is counted. */
  start(options: { readonly exemplars: boolean }): void;
}

/**
 * Not a histogram of the SDK: that one builds an object, sorts its keys and hashes them for each call, and has no
 * exemplars.
 */
export function createCallDurations({ name, description, ...options }: DurationsOptions): MeasuredDurations {
  const table = createSeriesTable(options);
  let isOn = false;
  let hasExemplars = false;
  return {
    name,
    description,
    unit: 's',
    kind: 'histogram',
    read: table.all,
    start({ exemplars }) {
      isOn = true;
      hasExemplars = exemplars;
    },
    record(attributes, outcome, errorType, seconds, spanContext) {
      if (!isOn) return;
      const series = table.find(attributes, outcome, errorType);
      // What is not a number would make the sum one that is none, for ever.
      series.add(seconds > 0 ? seconds : 0, hasExemplars ? spanContext : undefined);
    },
  };
}
