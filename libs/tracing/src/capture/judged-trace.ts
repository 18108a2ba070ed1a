import type { CaptureParts } from './capture-parts.ts';
import type { Parked } from './parked.ts';
import { PEER_BYTES, Peers } from './peers.ts';
import { TraceInRing } from './trace-in-ring.ts';
import type { Trigger, Verdict } from './trigger.ts';
import { formatVerdict } from './verdict-text.ts';

/** What was said of a trace, what that means for what is parked of it, and who else has to know. */
export class JudgedTrace extends TraceInRing {
  #verdict: Verdict | undefined = undefined;
  #level = 0;
  #peers: Peers | undefined = undefined;

  constructor(traceId: string, parts: CaptureParts) {
    super(traceId, parts);
    this.hold();
  }

  /** Undefined until something happens that is worth keeping it. */
  get verdict(): Verdict | undefined {
    return this.known().#verdict;
  }

  get isPromoted(): boolean {
    return this.verdict !== undefined && this.verdict !== 'refused';
  }

  /** The highest level of a safety cap that it has met, that of this process included. */
  get level(): number {
    return Math.max(this.levelElsewhere, this.parts.budget.level(this.parts.now()));
  }

  /** The highest that it has come here with. */
  get levelElsewhere(): number {
    return this.known().#level;
  }

  /** The verdict as it travels; undefined as long as there is none. */
  get text(): string | undefined {
    return this.verdict && formatVerdict(this.verdict, this.level);
  }

  /** What has ended: it waits, or goes out at once where the trace is kept. @param bytes of memory that it takes */
  park(parked: Parked, bytes: number): void {
    const known = this.known();
    if (known.isPromoted) parked.release(known.#reason, known.lost);
    else known.store(parked, bytes);
  }

  /** For those that know it. */
  protected addPeer(peer: string, knows: boolean): Peers {
    this.#peers ??= new Peers(this.parts.teller);
    if (this.#peers.add(peer, knows, this)) this.grow(PEER_BYTES);
    return this.#peers;
  }

  /** Of a trace that had to go there may be two: this one, of an open span, and one that a later request has begun; that one counts. */
  protected known(): JudgedTrace {
    const other = this.isHeld ? undefined : this.parts.table.find(this.traceId);
    if (!other) return this;
    if (this.#verdict === 'refused') other.#verdict ??= this.#verdict;
    else if (this.#verdict && !other.isPromoted) other.promote(this.#verdict, this.#level);
    for (const peer of this.#peers?.takeUnaware() ?? []) other.addPeer(peer, false);
    other.lost += this.lost;
    this.lost = 0;
    this.#verdict = other.#verdict;
    return other;
  }

  protected promote(trigger: Trigger, level = 0): void {
    this.#verdict = trigger;
    this.#level = level;
    this.parts.tally.promoted();
    for (let one = this.takeFirst(); one; one = this.takeFirst()) one.release(this.#reason, this.lost);
    // For calls of it that are yet to come.
    this.hold();
    this.#peers?.promoted(this);
  }

  protected refuse(): void {
    if (this.#verdict !== undefined) return;
    this.#verdict = 'refused';
    this.#peers?.refused(this);
  }

  protected raise(level: number): void {
    if (level <= this.#level) return;
    this.#level = level;
    this.#peers?.raised(this);
  }

  get #reason(): string {
    return `promoted:${this.#verdict}`;
  }
}
