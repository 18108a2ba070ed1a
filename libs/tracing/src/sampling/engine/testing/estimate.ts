import type { Verdict } from '../sampling-engine.ts';

/** Counts requests, and estimates their number from what was kept and cut, each scaled up by its probability. */
export class Estimate {
  requests = 0;
  cutWeight = 0;
  #keptWeight = 0;
  #variance = 0;

  add(verdict: Verdict): void {
    const { isKept, by, probability } = verdict;
    this.requests++;
    if (isKept) this.#keptWeight += 1 / probability;
    else if (by === 'ceiling' || by === 'overall') this.cutWeight += 1 / probability;
    this.#variance += (1 - probability) / probability;
  }

  /** Of the estimate, as a share. */
  get error(): number {
    return this.#off / this.requests;
  }

  /** How many standard errors it is off: of a sum of independent draws with the probabilities that the requests had. */
  get deviations(): number {
    const off = Math.abs(this.#off);
    return off < 1e-6 * this.requests ? 0 : off / Math.sqrt(this.#variance);
  }

  get #off(): number {
    return this.#keptWeight + this.cutWeight - this.requests;
  }
}
