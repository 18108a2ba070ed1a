/** What a second adds to the smoothed rate: the last three or four count. */
const WEIGHT = 0.3;

/** How many requests a second are to be expected, from those of the seconds before. */
export class RequestRate {
  /** The last second, or the smoothed rate where that is higher: rather too few are kept than some cut. */
  perSecond = 0;
  #smoothed: number | undefined;
  #seen = 0;

  count(): void {
    this.#seen++;
  }

  /** @param seconds since the last turn, 0 in the same one; all but the first of them were empty */
  turn(seconds: number): void {
    if (seconds === 0) return;
    this.#smoothed ??= this.#seen;
    this.#smoothed += WEIGHT * (this.#seen - this.#smoothed);
    this.#smoothed *= (1 - WEIGHT) ** (seconds - 1);
    this.perSecond = seconds > 1 ? this.#smoothed : Math.max(this.#seen, this.#smoothed);
    this.#seen = 0;
  }
}
