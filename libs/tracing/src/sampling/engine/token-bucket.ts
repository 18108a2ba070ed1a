import type { Limit } from '../document/sampling-document.ts';

/**
 * A token bucket with a reserve for what must never be cut. In any T seconds at most `perSecond * T + burst` are taken.
 *
 * Proof that the reserve is enough, where what is guaranteed is at most `r * T + b` in any T seconds, r at most
 * `perSecond` and b the reserve: let s be when an ordinary one was last taken, or when the bucket was last full. Then it
 * held b at least. Since then it got `perSecond * (t - s)` and gave `r * (t - s) + b` at most: it is not empty at t.
 *
 * It counts what is missing, so that another limit can be set at any time. A clock that goes back adds nothing.
 */
export class TokenBucket {
  #missing = 0;
  #at = 0;
  #perMilli = 0;
  #ordinary = 0;

  constructor(limit: Limit, reserve = 0) {
    this.limit(limit, reserve);
  }

  limit({ perSecond, burst }: Limit, reserve: number): void {
    this.#perMilli = perSecond / 1000;
    this.#ordinary = burst - reserve;
    // A large bucket that was emptied must not leave a small one empty for hours.
    this.#missing = Math.min(this.#missing, burst);
  }

  /** Whether an ordinary one may be taken. */
  isFree(now: number): boolean {
    if (now > this.#at) this.#missing = Math.max(0, this.#missing - (now - this.#at) * this.#perMilli);
    this.#at = now;
    return this.#missing + 1 <= this.#ordinary;
  }

  /** After `isFree` of the same time, which a guaranteed one need not heed. */
  take(count = 1): void {
    this.#missing += count;
  }

  /** 1: as much is free as can be; 0: nothing but the reserve. */
  freeShare(now: number): number {
    this.isFree(now);
    return this.#ordinary > 0 ? Math.max(0, 1 - this.#missing / this.#ordinary) : 0;
  }
}
