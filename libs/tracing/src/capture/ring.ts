import type { Parked } from './parked.ts';
import type { TraceInRing } from './trace-in-ring.ts';

/** No place in the ring. */
export const NOWHERE = -1;

/** What a place takes by itself, with or without something in it: two references, two numbers of 8 bytes and three of 4. */
const PLACE_BYTES = 44;

/** So many bytes a place of its own: a line takes 300 and more, a span 500 and more, and each trace 300 and one place besides. */
const ROOM_OF_A_PLACE = 340;

/** What one trace may have of all the room: a stream that logs for ever must not push out everybody else's. */
const SHARE = 1 / 4;

/** More at once would hold up the process when it goes out: at 4 µs each a span, 16 ms. */
const MAX_TRACE_BYTES = 4 * 1024 * 1024;

/**
 * First in, first out: what is oldest goes when there is no room, or when its time is over. The places are there from the
 * start, in a list by age, which what is taken out leaves at once; those of one trace are linked with each other, oldest first, so
 * that a trace needs no list of its own.
 */
export class Ring {
  /** Of all that is parked, and of the traces themselves. With the places of the ring, which are always there, never over the maximum. */
  bytes = 0;
  /** What one trace may take. */
  readonly share: number;
  /** Coarse, as it is read for each span: set by `turn`. */
  #now = 0;
  #oldest = NOWHERE;
  #newest = NOWHERE;
  #free = 0;
  readonly #room: number;
  readonly #maxMillis: number;
  readonly #traces: (TraceInRing | undefined)[];
  readonly #parked: (Parked | undefined)[];
  readonly #sizes: Float64Array;
  readonly #times: Float64Array;
  readonly #older: Int32Array;
  /** Of a free place: the next free one. */
  readonly #newer: Int32Array;
  readonly #next: Int32Array;

  constructor(maxBytes: number, maxMillis: number) {
    const places = Math.ceil(maxBytes / (ROOM_OF_A_PLACE + PLACE_BYTES));
    this.#room = maxBytes - places * PLACE_BYTES;
    this.share = Math.min(this.#room * SHARE, MAX_TRACE_BYTES);
    this.#maxMillis = maxMillis;
    this.#traces = new Array(places);
    this.#parked = new Array(places);
    this.#sizes = new Float64Array(places);
    this.#times = new Float64Array(places);
    this.#older = new Int32Array(places);
    this.#newer = new Int32Array(places).map((_, place) => (place + 1 < places ? place + 1 : NOWHERE));
    this.#next = new Int32Array(places);
  }

  /** Lets the oldest go until there is a place, and so many bytes. @returns false: more than there can be */
  makeRoom(bytes: number): boolean {
    if (bytes > this.#room) return false;
    while (this.bytes + bytes > this.#room || this.#free === NOWHERE) this.#dropOldest();
    return true;
  }

  /** To be called after `makeRoom`. @param last of the trace's things, or `NOWHERE` @returns its place */
  put(trace: TraceInRing, parked: Parked | undefined, bytes: number, last: number): number {
    const place = this.#free;
    this.#free = this.#newer[place] as number;
    this.#traces[place] = trace;
    this.#parked[place] = parked;
    this.#sizes[place] = bytes;
    this.#times[place] = this.#now;
    this.#next[place] = NOWHERE;
    if (last !== NOWHERE) this.#next[last] = place;
    this.#link(this.#newest, place);
    this.#link(place, NOWHERE);
    this.bytes += bytes;
    return place;
  }

  /** Where the trace's next thing is. */
  after(place: number): number {
    return this.#next[place] as number;
  }

  sizeAt(place: number): number {
    return this.#sizes[place] as number;
  }

  /** Empties a place. */
  take(place: number): Parked | undefined {
    const parked = this.#parked[place];
    this.bytes -= this.sizeAt(place);
    this.#traces[place] = undefined;
    this.#parked[place] = undefined;
    this.#link(this.#older[place] as number, this.#newer[place] as number);
    this.#newer[place] = this.#free;
    this.#free = place;
    return parked;
  }

  /** Lets go what is too old. @param now monotonic, ms */
  turn(now: number): void {
    this.#now = now;
    while (this.#oldest !== NOWHERE && now - (this.#times[this.#oldest] as number) >= this.#maxMillis)
      this.#dropOldest();
  }

  #link(older: number, newer: number): void {
    if (older === NOWHERE) this.#oldest = newer;
    else this.#newer[older] = newer;
    if (newer === NOWHERE) this.#newest = older;
    else this.#older[newer] = older;
  }

  #dropOldest(): void {
    (this.#traces[this.#oldest] as TraceInRing).drop(this.#oldest);
  }
}
