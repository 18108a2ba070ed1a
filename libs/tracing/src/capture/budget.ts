import { TokenBucket } from '../sampling/engine/token-bucket.ts';
import { SafetyCap } from './safety-cap.ts';

export interface BudgetLimits {
  /** Of triggers that fire first here, traces a second, and how many at once. */
  readonly perSecond: number;
  readonly burst: number;
  /** Of all traces that are kept here after the fact, a second, whoever said so. */
  readonly ceilingPerSecond: number;
}

/** How many traces may be kept after the fact. */
export class Budget {
  readonly #bucket: TokenBucket;
  readonly #cap: SafetyCap;

  constructor({ perSecond, burst, ceilingPerSecond }: BudgetLimits) {
    this.#bucket = new TokenBucket({ perSecond, burst });
    this.#cap = new SafetyCap(ceilingPerSecond);
  }

  limit({ perSecond, burst, ceilingPerSecond }: BudgetLimits): void {
    this.#bucket.limit({ perSecond, burst }, 0);
    this.#cap.limit(ceilingPerSecond);
  }

  /** Which traces the cap leaves, as others should know; 0: all. */
  level(now: number): number {
    return this.#cap.level(now);
  }

  hearLevel(level: number, now: number): void {
    this.#cap.hear(level, now);
  }

  /** Whether a trigger that fires here may keep its trace. */
  grants(traceId: string, now: number): boolean {
    if (!this.#cap.leaves(traceId, now) || !this.#bucket.isFree(now)) return false;
    this.#bucket.take();
    return this.#cap.admits(traceId, now);
  }

  /** Whether a trace that another process keeps may be kept here, too: it has cost a budget there. */
  admits(traceId: string, now: number): boolean {
    return this.#cap.admits(traceId, now);
  }
}
