import type { Attributes } from '@opentelemetry/api';
import type { DurationSeries } from './duration-series.ts';

interface Described {
  readonly name: string;
  readonly description: string;
  /** By UCUM: `s`, `By`, `1`, `{span}`. */
  readonly unit: string;
}

export interface NumberPoint {
  readonly value: number;
  readonly attributes?: Attributes;
}

/** A value that is read when the metrics are sent. */
export interface NumberMetric extends Described {
  /** A counter never falls, and counts from the start of the process. */
  readonly kind: 'gauge' | 'counter' | 'upDownCounter';
  read(): readonly NumberPoint[];
}

export interface Histogram extends Described {
  readonly kind: 'histogram';
  read(): readonly DurationSeries[];
}

export type Metric = NumberMetric | Histogram;
