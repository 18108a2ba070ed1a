import type { TellOutcome } from './tell-connection.ts';

/** How long an address is left alone that does not know the method. It is of the mesh, so that it may be another process by then. */
const REFUSED_REST_MS = 60_000;

/** And one where nobody answers; what there is to tell it waits. It doubles, up to the other one. */
const FAILED_REST_MS = 100;
const MAX_FAILED_REST_MS = 5000;

/** So often in a row nobody answers before a batch is given up: the last of them is 3 s after the first, or some 9 s where it takes its time. */
const MAX_FAILURES = 6;

/** When an address is left alone, after what it has answered. */
export class AddressRest {
  #failures = 0;
  /** Monotonic, ms. */
  #until = 0;
  #isRefused = false;

  get isResting(): boolean {
    return performance.now() < this.#until;
  }

  /** It has said that it does not have the method. */
  get isRefused(): boolean {
    return this.#isRefused && this.isResting;
  }

  /** @returns whether what it was told is worth another attempt */
  note(outcome: TellOutcome): boolean {
    this.#isRefused = outcome === 'refused';
    if (outcome !== 'failed') this.#failures = 0;
    if (outcome === 'told') return false;
    const millis = this.#isRefused
      ? REFUSED_REST_MS
      : Math.min(FAILED_REST_MS * 2 ** this.#failures++, MAX_FAILED_REST_MS);
    this.#until = performance.now() + millis;
    return !this.#isRefused && this.#failures < MAX_FAILURES;
  }
}
