import type { SamplingTally, Verdict } from './sampling-engine.ts';

/** Counts what was decided. */
export class Tally implements SamplingTally {
  readonly kept = { forced: 0, first: 0, floor: 0, boost: 0, ratio: 0, always: 0 };
  readonly dropped = { never: 0, ratio: 0, boost: 0, ceiling: 0, overall: 0 };
  readonly cutWeight = { ceiling: 0, overall: 0 };

  add(verdict: Verdict): void {
    if (verdict.isKept) {
      this.kept[verdict.by]++;
      return;
    }
    this.dropped[verdict.by]++;
    if (verdict.by === 'ceiling' || verdict.by === 'overall') {
      this.cutWeight[verdict.by] += 1 / verdict.probability;
    }
  }
}
