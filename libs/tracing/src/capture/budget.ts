import { TokenBucket } from '../sampling/engine/token-bucket.ts';
import { isLeft, SafetyCap } from './safety-cap.ts';

export interface BudgetLimits {
  /** Of triggers that fire first here, traces a second, and how many at once. */
  readonly perSecond: number;
  readonly burst: number;
  /** Of all traces that are kept here after the fact, a second, whoever said so; over a minute or so. */
  readonly ceilingPerSecond: number;
}

/** How many traces may be kept after the fact. All times are monotonic, in ms: what an operator does to the clock is no reason to keep more. */
export class Budget {
  readonly #bucket: TokenBucket;
  readonly #cap: SafetyCap;
  #burst: number;

  constructor({ perSecond, burst, ceilingPerSecond }: BudgetLimits) {
    this.#bucket = new TokenBucket({ perSecond, burst });
    this.#cap = new SafetyCap(ceilingPerSecond);
    this.#burst = burst;
  }

  limit({ perSecond, burst, ceilingPerSecond }: BudgetLimits): void {
    this.#bucket.limit({ perSecond, burst }, 0);
    this.#cap.limit(ceilingPerSecond);
    this.#burst = burst;
  }

  /** The level of this process's safety cap, for others to heed; 0: all traces are left. */
  level(now: number): number {
    return this.#cap.ownLevel(now);
  }

  /** The level of another process, for triggers here to heed. */
  hear(level: number, now: number): void {
    this.#cap.hear(level, now);
  }

  /**
   * Whether a trigger that fires here may keep its trace. At level n a grant costs 2^n: where there are far more triggers
   * than budget, one in 2^n of them would still use it all.
   */
  grants(traceId: string, now: number): boolean {
    const level = this.#cap.level(now);
    if (!isLeft(traceId, level) || !this.#bucket.isFree(now) || !this.#cap.admits(traceId, now)) return false;
    this.#bucket.take(Math.min(2 ** level, this.#burst));
    return true;
  }

  /** Whether a trace that another process keeps may be kept here, too: it has cost a budget there. */
  admits(traceId: string, now: number): boolean {
    return this.#cap.admits(traceId, now);
  }
}
