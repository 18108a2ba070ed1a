import type { CaptureParts } from './capture-parts.ts';
import type { Parked } from './parked.ts';
import { NOWHERE } from './ring.ts';

/** The object, its id and its entry in the table. */
const TRACE_BYTES = 320;

/** Where the things of one trace are in the ring. What the trace itself takes is counted as long as anything of it has a place. */
export class TraceInRing {
  readonly traceId: string;
  protected readonly parts: CaptureParts;
  /** How many things of it had to go unseen. */
  protected lost = 0;
  /** The place of the trace itself: a request that has just begun has nothing else there. */
  #own = NOWHERE;
  #first = NOWHERE;
  #last = NOWHERE;
  #bytes = 0;
  #ownBytes = TRACE_BYTES;

  constructor(traceId: string, parts: CaptureParts) {
    this.traceId = traceId;
    this.parts = parts;
  }

  /** It has a place, and so it can be found by its id. */
  protected get isHeld(): boolean {
    return this.#own !== NOWHERE || this.#first !== NOWHERE;
  }

  /** It is remembered for as long as anything that comes now. */
  protected hold(): void {
    const { ring } = this.parts;
    if (this.#own !== NOWHERE) this.drop(this.#own);
    if (!ring.makeRoom(this.#ownBytes)) return;
    if (!this.isHeld) this.#enter();
    this.#own = ring.put(this, undefined, 0, NOWHERE);
  }

  /** The newest stay: what comes last says most of how it ended. */
  protected store(parked: Parked, bytes: number): void {
    const { ring } = this.parts;
    const isTooLarge = bytes > ring.share;
    while (!isTooLarge && this.#bytes + bytes > ring.share) this.#loseFirst();
    // The trace itself may go, too, while room is made: so there has to be some for it as well.
    if (isTooLarge || !ring.makeRoom(bytes + this.#ownBytes)) {
      this.#lose();
      return;
    }
    if (!this.isHeld) this.#enter();
    const place = ring.put(this, parked, bytes, this.#last);
    if (this.#first === NOWHERE) this.#first = place;
    this.#last = place;
    this.#bytes += bytes;
  }

  /** Takes out the oldest of its things. */
  protected takeFirst(): Parked | undefined {
    const { ring } = this.parts;
    const place = this.#first;
    if (place === NOWHERE) return undefined;
    this.#bytes -= ring.sizeAt(place);
    this.#first = ring.after(place);
    if (this.#first === NOWHERE) this.#last = NOWHERE;
    const parked = ring.take(place);
    if (!this.isHeld) this.#leave();
    return parked;
  }

  /** Nobody can want it any more. */
  protected letGo(): void {
    while (this.takeFirst());
    if (this.#own !== NOWHERE) this.drop(this.#own);
  }

  /** The trace itself takes more. */
  protected grow(bytes: number): void {
    const { ring } = this.parts;
    if (this.isHeld && !ring.makeRoom(bytes)) return;
    this.#ownBytes += bytes;
    if (this.isHeld) ring.bytes += bytes;
  }

  /** For the ring alone: the place is to be given up. */
  drop(place: number): void {
    if (place === this.#own) {
      this.#own = NOWHERE;
      this.parts.ring.take(place);
      if (!this.isHeld) this.#leave();
    } else this.#loseFirst();
  }

  #loseFirst(): void {
    this.takeFirst();
    this.#lose();
  }

  #lose(): void {
    this.lost++;
    this.parts.tally.evicted();
  }

  #enter(): void {
    this.parts.ring.bytes += this.#ownBytes;
    this.parts.table.add(this);
  }

  #leave(): void {
    this.parts.ring.bytes -= this.#ownBytes;
    this.parts.table.remove(this);
  }
}
