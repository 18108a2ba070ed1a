import type { CapturedTrace } from './captured-trace.ts';

/** What a place in the ring takes by itself: a reference, a size and a time. */
const PLACE_BYTES = 24;

/** No trace and nothing that is parked takes less. */
const LEAST_BYTES = 256;

/**
 * First in, first out: what is oldest goes when there is no room, or when its time is over. It knows traces and sizes alone; each
 * trace has what is parked of it, in the same order.
 */
export class Ring {
  /** Of all that is parked, with what the ring itself needs for it. */
  bytes = 0;
  /** Coarse, as it is read for each span: set by `turn`. */
  #now = 0;
  #oldest = 0;
  #count = 0;
  readonly #maxBytes: number;
  readonly #maxMillis: number;
  readonly #traces: (CapturedTrace | undefined)[];
  readonly #sizes: Float64Array;
  readonly #times: Float64Array;

  constructor(maxBytes: number, maxMillis: number) {
    const places = Math.floor(maxBytes / LEAST_BYTES);
    this.#maxBytes = maxBytes;
    this.#maxMillis = maxMillis;
    this.#traces = new Array(places);
    this.#sizes = new Float64Array(places);
    this.#times = new Float64Array(places);
  }

  /** @returns whether there is a place for it: not for one that is larger than all the room */
  add(trace: CapturedTrace, bytes: number): boolean {
    const size = Math.max(LEAST_BYTES, bytes + PLACE_BYTES);
    if (size > this.#maxBytes) return false;
    while (this.#count === this.#traces.length || this.bytes + size > this.#maxBytes) this.#dropOldest();
    const place = (this.#oldest + this.#count) % this.#traces.length;
    this.#traces[place] = trace;
    this.#sizes[place] = size;
    this.#times[place] = this.#now;
    this.#count++;
    this.bytes += size;
    return true;
  }

  /** Lets go what is too old. @param now monotonic, ms */
  turn(now: number): void {
    this.#now = now;
    while (this.#count > 0 && now - (this.#times[this.#oldest] as number) >= this.#maxMillis)
      this.#dropOldest();
  }

  #dropOldest(): void {
    const place = this.#oldest;
    const trace = this.#traces[place] as CapturedTrace;
    this.#traces[place] = undefined;
    this.bytes -= this.#sizes[place] as number;
    this.#oldest = (place + 1) % this.#traces.length;
    this.#count--;
    trace.dropOldest();
  }
}
