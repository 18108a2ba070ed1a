import type { CaptureParts } from './capture-parts.ts';
import type { Parked } from './parked.ts';
import { PEER_BYTES, Peers } from './peers.ts';
import { TraceInRing } from './trace-in-ring.ts';
import type { Trigger, Verdict } from './trigger.ts';
import { formatVerdict } from './verdict-text.ts';

/**
 * One trace, as far as this process has a part in it: what is parked of it, what was said of it, and which processes have another
 * part. Its spans hold it for as long as they are open; the ring for as long as anything of it has a place there.
 */
export class CapturedTrace extends TraceInRing {
  #verdict: Verdict | undefined = undefined;
  #level = 0;
  #peers: Peers | undefined = undefined;

  constructor(traceId: string, parts: CaptureParts) {
    super(traceId, parts);
    this.hold();
  }

  /** Undefined until something happens that is worth keeping it. */
  get verdict(): Verdict | undefined {
    return this.#known().#verdict;
  }

  get isPromoted(): boolean {
    return this.verdict !== undefined && this.verdict !== 'refused';
  }

  /** The highest level of a safety cap that it has met, that of this process included. */
  get level(): number {
    return Math.max(this.#known().#level, this.parts.budget.level(this.parts.now()));
  }

  /** The verdict as it travels; undefined as long as there is none. */
  get text(): string | undefined {
    return this.verdict && formatVerdict(this.verdict, this.level);
  }

  /** What has ended: it waits, or goes out at once where the trace is kept. @param bytes of memory that it takes */
  park(parked: Parked, bytes: number): void {
    const known = this.#known();
    if (known.isPromoted) parked.release(known.#reason, known.lost);
    else known.store(parked, bytes);
  }

  /** Something happens that is worth keeping the trace. What was said of it before stands. */
  trigger(trigger: Trigger): void {
    const { budget, tally, now } = this.parts;
    const known = this.#known();
    if (known.#verdict !== undefined) return;
    const isGranted = budget.grants(this.traceId, now());
    tally.triggered(trigger, isGranted);
    if (isGranted) known.#promote(trigger);
    else known.#verdict = 'refused';
  }

  /**
   * What another process of the mesh says. That a trace is kept somewhere counts for more than that it was refused elsewhere.
   * @param level of the safety caps that it has met on its way
   */
  hear(verdict: Verdict, level: number): void {
    const { budget, now } = this.parts;
    const known = this.#known();
    budget.hear(level, now());
    if (verdict === 'refused') known.#verdict ??= verdict;
    else if (known.isPromoted) known.#raise(level);
    else if (budget.admits(this.traceId, now())) known.#promote(verdict, level);
    else {
      known.#verdict = 'refused';
      this.parts.tally.missed();
    }
  }

  /** @param peer the address of the connection: `127.0.0.1:50052` @param knows that it has said itself that the trace is kept */
  answered(peer: string, knows: boolean): void {
    const known = this.#known();
    known.#peers ??= new Peers();
    const isNew = known.#peers.add(peer, knows || known.isPromoted);
    if (isNew) known.grow(PEER_BYTES);
    // One that brings a trace to where there is hardly room for it has to know that, too.
    if (knows ? known.level > 0 : isNew && known.isPromoted) this.parts.teller.tell(peer, known);
  }

  /** Of a trace that had to go there may be two: this one, of an open span, and one that a later request has begun; that one counts. */
  #known(): CapturedTrace {
    const other = this.isHeld ? undefined : this.parts.table.find(this.traceId);
    if (!other) return this;
    if (this.#verdict === 'refused') other.#verdict ??= this.#verdict;
    else if (this.#verdict && !other.isPromoted) other.#promote(this.#verdict, this.#level);
    for (const peer of this.#peers?.takeUnaware() ?? []) other.answered(peer, false);
    other.lost += this.lost;
    this.lost = 0;
    this.#verdict = other.#verdict;
    return other;
  }

  get #reason(): string {
    return `promoted:${this.#verdict}`;
  }

  #promote(trigger: Trigger, level = 0): void {
    this.#verdict = trigger;
    this.#level = level;
    this.parts.tally.promoted();
    for (let one = this.takeFirst(); one; one = this.takeFirst()) one.release(this.#reason, this.lost);
    // For calls of it that are yet to come.
    this.hold();
    for (const peer of this.#peers?.takeUnaware() ?? []) this.parts.teller.tell(peer, this);
  }

  /** Those that had it from here have to know a level that it had not met yet. */
  #raise(level: number): void {
    if (level <= this.#level) return;
    this.#level = level;
    for (const peer of this.#peers?.aware ?? []) this.parts.teller.tell(peer, this);
  }
}
