import type { CaptureParts } from './capture-parts.ts';
import type { Parked } from './parked.ts';
import type { Trigger, Verdict } from './trigger.ts';

/** The object, its place in the table, its id and its lists. */
const TRACE_BYTES = 400;

/**
 * One trace, as far as this process has a part in it: what is parked of it, what was said of it, and which processes have another
 * part. Its spans hold it for as long as they are open; the ring for as long as anything of it is parked.
 */
export class CapturedTrace {
  readonly traceId: string;
  /** Undefined until something happens that is worth keeping it. */
  verdict: Verdict | undefined = undefined;
  readonly #parts: CaptureParts;
  #parked: Parked[] = [];
  /** Places in the ring, and how many of the oldest of them have nothing behind them: its own, and what was released. */
  #places = 0;
  #bare = 0;
  #lost = 0;
  /** The addresses that answered calls of it. */
  #peers: string[] | undefined = undefined;

  constructor(traceId: string, parts: CaptureParts) {
    this.traceId = traceId;
    this.#parts = parts;
    this.#takePlace();
  }

  get isPromoted(): boolean {
    return this.verdict !== undefined && this.verdict !== 'refused';
  }

  /** What has ended: it waits, or goes out at once where the trace is kept. @param bytes of memory that it takes */
  park(parked: Parked, bytes: number): void {
    if (this.isPromoted) {
      this.#release(parked);
      return;
    }
    if (this.#places === 0) this.#takePlace();
    if (!this.#parts.ring.add(this, bytes)) {
      this.#lose();
      return;
    }
    this.#places++;
    this.#parked.push(parked);
  }

  /** To be called where something happens that is worth keeping the trace. What was said of it before stands. */
  trigger(trigger: Trigger): void {
    if (this.verdict !== undefined) return;
    const isGranted = this.#parts.budget.grants(this.traceId, Date.now());
    this.#parts.tally.triggered(trigger, isGranted);
    if (isGranted) this.#promote(trigger);
    else this.verdict = 'refused';
  }

  /** What another process of the mesh says. That a trace is kept somewhere counts for more than that it was refused elsewhere. */
  hear(verdict: Verdict, level: number): void {
    if (this.isPromoted) return;
    const { budget } = this.#parts;
    budget.hearLevel(level, Date.now());
    if (verdict !== 'refused' && budget.admits(this.traceId, Date.now())) this.#promote(verdict);
    else this.verdict = 'refused';
  }

  /** @param peer the address of the connection: `127.0.0.1:50052` @param knows that it has said the verdict itself */
  answered(peer: string, knows: boolean): void {
    const peers = this.#peers;
    if (knows) {
      if (peers?.includes(peer)) this.#peers = peers.filter((one) => one !== peer);
      return;
    }
    if (this.isPromoted) this.#parts.teller.tell(peer, this);
    else if (!peers) this.#peers = [peer];
    else if (!peers.includes(peer)) peers.push(peer);
  }

  /** For the ring alone. */
  dropOldest(): void {
    this.#places--;
    if (this.#bare > 0) this.#bare--;
    else {
      this.#parked.shift();
      this.#lose();
    }
    if (this.#places === 0) this.#parts.table.remove(this);
  }

  #takePlace(): void {
    if (!this.#parts.ring.add(this, TRACE_BYTES)) return;
    this.#places++;
    this.#bare++;
    this.#parts.table.add(this);
  }

  #promote(trigger: Trigger): void {
    this.verdict = trigger;
    this.#parts.tally.promoted();
    const parked = this.#parked;
    this.#parked = [];
    this.#bare = this.#places;
    for (const one of parked) this.#release(one);
    for (const peer of this.#peers ?? []) this.#parts.teller.tell(peer, this);
    this.#peers = undefined;
  }

  #release(parked: Parked): void {
    parked.release(`promoted:${this.verdict}`, this.#lost);
  }

  #lose(): void {
    this.#lost++;
    this.#parts.tally.evicted();
  }
}
