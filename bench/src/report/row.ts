import type { Configuration } from '../configuration.ts';
import { BASE } from '../configurations.ts';
import type { Figures, Rounds } from '../run/figures.ts';
import { type Median, medianOf } from './median.ts';

/** The figures of one configuration, each over all rounds. */
export interface Row {
  readonly configuration: Configuration;
  /** CPU time against the base's in the same round. */
  readonly cpuRatio: Median;
  /** Requests a second against the base's in the same round. */
  readonly rateRatio: Median;
  /** CPU time of one request, over the three services. */
  readonly cpuMillis: Median;
}

/**
 * @param requests of one round
 * @param baseName of the configuration that all are compared with
 */
export function rowOf(
  configuration: Configuration,
  measured: Rounds,
  requests: number,
  baseName = BASE.name,
): Row {
  const own = measured.get(configuration.name) ?? [];
  const base = measured.get(baseName) ?? [];
  return {
    configuration,
    cpuRatio: medianOf(ratios(own, base, ({ cpuMillis }) => cpuMillis)),
    rateRatio: medianOf(ratios(base, own, ({ seconds }) => seconds)),
    cpuMillis: medianOf(own.map(({ cpuMillis }) => cpuMillis / requests)),
  };
}

function ratios(
  over: readonly Figures[],
  under: readonly Figures[],
  figure: (figures: Figures) => number,
): number[] {
  return over.flatMap((figures, round) => {
    const other = under[round];
    return other ? figure(figures) / figure(other) : [];
  });
}
