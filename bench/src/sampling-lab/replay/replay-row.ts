import type { Median } from '../../report/median.ts';
import type { TraceCount } from './trace-tally.ts';

/** What was measured of one policy. */
export interface ReplayRow {
  readonly name: string;
  /** Of one request, over the three services. */
  readonly cpuMillis: Median;
  /** Against the services without tracing, in the same round. */
  readonly cpuRatio: Median;
  /** Of all requests, those of the warm-up too. */
  readonly placed: number;
  readonly failed: number;
  readonly slow: number;
  /** At the end of the way: what a store would get. */
  readonly arrived: TraceCount;
  readonly collector: CollectorCost | undefined;
}

export interface CollectorCost {
  /** Of one request. */
  readonly cpuMillis: number;
  /** Resident, at the end. */
  readonly megabytes: number;
}

export interface Replay {
  readonly rows: readonly ReplayRow[];
  /** Why there is no collector. */
  readonly missing: string | undefined;
}
