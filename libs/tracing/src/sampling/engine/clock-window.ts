/** Finds the first requests of each window of the clock: of the times from k to k + 1 times its length. */
export class ClockWindow {
  readonly millis: number;
  readonly count: number;
  #index = Number.NEGATIVE_INFINITY;
  #seen = 0;

  /** @param count how many are the first of a window */
  constructor(millis: number, count: number) {
    this.millis = millis;
    this.count = count;
  }

  /** Whether the request at this time, which counts, is among the first of its window. */
  isFirst(now: number): boolean {
    const index = Math.floor(now / this.millis);
    // A clock that is set back a little does not begin a window again.
    if (index > this.#index || index < this.#index - 1) {
      this.#index = index;
      this.#seen = 0;
    }
    if (this.#seen >= this.count) return false;
    this.#seen++;
    return true;
  }
}
