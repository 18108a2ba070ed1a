/** When an operation is in trouble, in milliseconds since the epoch: it fails, or is slow. */
export interface Trouble {
  readonly operation: number;
  readonly isSlow: boolean;
  readonly from: number;
  readonly to: number;
}

const CYCLE_WINDOWS = 20;
const TROUBLE_WINDOWS = 3;

/** In each 20 windows a random operation is in trouble for three, at a random time. */
export class Troubles {
  #current: Trouble = { operation: -1, isSlow: false, from: 0, to: 0 };
  readonly #operations: number;
  readonly #windowMillis: number;
  readonly #random: () => number;
  #cycleEnd: number;

  constructor(operations: number, windowMillis: number, start: number, random: () => number) {
    this.#operations = operations;
    this.#windowMillis = windowMillis;
    this.#cycleEnd = start;
    this.#random = random;
  }

  /** The trouble of this time's cycle: it may be over, or still to come. */
  at(time: number): Trouble {
    while (time >= this.#cycleEnd) {
      const latest = (CYCLE_WINDOWS - TROUBLE_WINDOWS) * this.#windowMillis;
      const from = this.#cycleEnd + this.#random() * latest;
      this.#cycleEnd += CYCLE_WINDOWS * this.#windowMillis;
      this.#current = {
        operation: Math.floor(this.#random() * this.#operations),
        isSlow: this.#random() < 0.5,
        from,
        to: from + TROUBLE_WINDOWS * this.#windowMillis,
      };
    }
    return this.#current;
  }
}
