import type { Configuration } from '../configuration.ts';
import { BASE } from '../configurations.ts';
import type { Slot, Slots } from '../run/slot.ts';
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

/** @param requests of each slot */
export function rowOf(configuration: Configuration, slots: Slots, requests: number): Row {
  const own = slots.get(configuration.name) ?? [];
  const base = slots.get(BASE.name) ?? [];
  return {
    configuration,
    cpuRatio: medianOf(ratios(own, base, ({ cpuMillis }) => cpuMillis)),
    rateRatio: medianOf(ratios(base, own, ({ seconds }) => seconds)),
    cpuMillis: medianOf(own.map(({ cpuMillis }) => cpuMillis / requests)),
  };
}

function ratios(over: readonly Slot[], under: readonly Slot[], figure: (slot: Slot) => number): number[] {
  return over.flatMap((slot, round) => {
    const other = under[round];
    return other ? figure(slot) / figure(other) : [];
  });
}
