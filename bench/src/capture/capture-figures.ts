import { type Median, medianOf } from '../report/median.ts';
import type { Slice } from './slice.ts';

export interface CaptureFigures {
  /** CPU time of a request with capture on, against the slice beside it with capture off. */
  readonly cpuRatio: Median;
  /** Milliseconds of a request. */
  readonly on: Median;
  readonly off: Median;
  /** Answered in a second, over all slices. */
  readonly requestsPerSecond: number;
}

/**
 * Each slice belongs to one pair only: pairs that share a slice are no independent values, and the interval would be
 * narrower than it may be.
 */
export function captureFigures(slices: readonly Slice[]): CaptureFigures {
  const [on, off] = [true, false].map((isOn) => slices.filter((slice) => slice.isOn === isOn)) as [
    Slice[],
    Slice[],
  ];
  const ratios = on.flatMap(({ cpuMillis }, pair) => (off[pair] ? cpuMillis / off[pair].cpuMillis : []));
  const sum = (figure: (slice: Slice) => number) => slices.reduce((total, slice) => total + figure(slice), 0);
  return {
    cpuRatio: medianOf(ratios),
    on: medianOf(on.map(({ cpuMillis }) => cpuMillis)),
    off: medianOf(off.map(({ cpuMillis }) => cpuMillis)),
    requestsPerSecond: sum(({ requests }) => requests) / sum(({ seconds }) => seconds),
  };
}
