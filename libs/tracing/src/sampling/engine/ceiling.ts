import type { Limit } from '../document/sampling-document.ts';
import { RequestRate } from './request-rate.ts';
import { TokenBucket } from './token-bucket.ts';

/**
 * Left to the ratio, of the limit, where the guaranteed ones take all of it. Never 0: what has no chance at all cannot be
 * scaled up.
 */
const LEAST = 0.05;

/** What is kept at most: a ratio that is made to fit, and a bucket for what is too much all the same. */
export class Ceiling {
  readonly #bucket: TokenBucket;
  readonly #guaranteed = new RequestRate();
  #perSecond: number;

  /** @param reserve what is guaranteed at once */
  constructor(limit: Limit, reserve: number) {
    this.#bucket = new TokenBucket(limit, reserve);
    this.#perSecond = limit.perSecond;
  }

  limit(limit: Limit, reserve: number): void {
    this.#bucket.limit(limit, reserve);
    this.#perSecond = limit.perSecond;
  }

  isFree(now: number): boolean {
    return this.#bucket.isFree(now);
  }

  /** After `isFree` of the same time. */
  take(): void {
    this.#bucket.take();
  }

  takeGuaranteed(now: number): void {
    this.#bucket.isFree(now);
    this.#bucket.take();
    this.#guaranteed.count();
  }

  /** @returns how many of the next second the ratios may keep; fewer while the bucket has less than half */
  turn(now: number, seconds: number): number {
    this.#guaranteed.turn(seconds);
    const share = Math.min(1, 0.5 + this.#bucket.freeShare(now));
    return Math.max(this.#perSecond * LEAST, this.#perSecond * share - this.#guaranteed.perSecond);
  }
}
