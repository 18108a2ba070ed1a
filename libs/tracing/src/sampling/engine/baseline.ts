/** What a window's counts keep of their weight when the next one comes: the last 60 or so make the baseline. */
const KEPT_WEIGHT = 59 / 60;

/** As if this had been seen before the first request: one of twenty, so that a young operation is not quickly in trouble. */
const PRIOR = { troubled: 1, requests: 20 };

/** Which share of an operation's requests is troubled usually. Trouble that stays becomes usual. */
export class Baseline {
  share = PRIOR.troubled / PRIOR.requests;
  #troubled = 0;
  #requests = 0;

  /** The counts of a window that is over. */
  learn(troubled: number, requests: number): void {
    this.#troubled = this.#troubled * KEPT_WEIGHT + troubled;
    this.#requests = this.#requests * KEPT_WEIGHT + requests;
    this.share = (this.#troubled + PRIOR.troubled) / (this.#requests + PRIOR.requests);
  }
}
