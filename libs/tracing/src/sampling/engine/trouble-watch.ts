import type { Boost } from '../document/sampling-document.ts';
import { Baseline } from './baseline.ts';
import { isTrouble } from './is-trouble.ts';

/** Whether an operation fails, or is slow, more often than usual. Counts all its roots, sampled or not. */
export class TroubleWatch {
  #boost: Boost;
  #window = Number.NEGATIVE_INFINITY;
  #troubledWindow = Number.NEGATIVE_INFINITY;
  #requests = 0;
  #failed = 0;
  #slow = 0;
  readonly #usualFailed = new Baseline();
  #usualSlow = new Baseline();

  constructor(boost: Boost) {
    this.#boost = boost;
  }

  /** @returns false where what was counted does not fit the new windows */
  adopt(boost: Boost): boolean {
    const { windowSeconds, slowMillis } = this.#boost;
    this.#boost = boost;
    if (boost.slowMillis !== slowMillis) {
      // What came in this window was held against the other time.
      this.#learn();
      this.#usualSlow = new Baseline();
    }
    return boost.windowSeconds === windowSeconds;
  }

  /** @returns whether trouble begins with it, or goes on in a further window */
  ended(isFailed: boolean, millis: number, now: number): boolean {
    this.#turn(now);
    this.#requests++;
    const isSlow = millis > this.#boost.slowMillis;
    if (isSlow) this.#slow++;
    if (isFailed) this.#failed++;
    if (!(isSlow || isFailed) || this.#troubledWindow === this.#window || !this.#isTroubled()) return false;
    this.#troubledWindow = this.#window;
    return true;
  }

  /** How many windows ago the last trouble was: 0 in its window, Infinity where there was none. */
  windowsSince(now: number): number {
    return Math.max(0, this.#indexOf(now) - this.#troubledWindow);
  }

  #isTroubled(): boolean {
    const goesOn = this.#window - this.#troubledWindow === 1;
    return (
      isTrouble(this.#failed, this.#requests, this.#usualFailed.share, this.#boost, goesOn) ||
      isTrouble(this.#slow, this.#requests, this.#usualSlow.share, this.#boost, goesOn)
    );
  }

  #turn(now: number): void {
    const index = this.#indexOf(now);
    // A clock that is set back a little does not begin a window again.
    if (index === this.#window || index === this.#window - 1) return;
    this.#learn();
    this.#window = index;
    // Trouble in a future that a clock had gone to and come back from would last until then.
    if (this.#troubledWindow > index) this.#troubledWindow = index;
  }

  #learn(): void {
    this.#usualFailed.learn(this.#failed, this.#requests);
    this.#usualSlow.learn(this.#slow, this.#requests);
    this.#requests = this.#failed = this.#slow = 0;
  }

  #indexOf(now: number): number {
    return Math.floor(now / (this.#boost.windowSeconds * 1000));
  }
}
