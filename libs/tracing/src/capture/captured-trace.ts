import { JudgedTrace } from './judged-trace.ts';
import type { Trigger, Verdict } from './trigger.ts';

/**
 * One trace, as far as this process has a part in it: what is parked of it, what was said of it, and which processes have another
 * part. Its spans hold it for as long as they are open; the ring for as long as anything of it has a place there.
 */
export class CapturedTrace extends JudgedTrace {
  /** Spans that have not ended. */
  #open = 0;
  #isForOthers = false;

  /** A span of it starts. @param isForOthers its caller is of the mesh, and so may tell later what becomes of the trace */
  opened(isForOthers: boolean): void {
    this.#open++;
    if (isForOthers) this.#isForOthers = true;
  }

  /**
   * A span of it has ended, and was parked or sent. A trace that began here is let go with the last one: who was called has said
   * all that it had to say in its trailers, and nobody else knows that this process has a part in it.
   */
  closed(): void {
    this.#open--;
    if (this.#open === 0 && !this.#isForOthers && !this.isPromoted) this.letGo();
  }

  /** Something happens that is worth keeping the trace. What was said of it before stands. */
  trigger(trigger: Trigger): void {
    const { budget, tally, now } = this.parts;
    const known = this.known();
    if (known.verdict !== undefined) return;
    const isGranted = budget.grants(this.traceId, now());
    tally.triggered(trigger, isGranted);
    if (isGranted) known.promote(trigger);
    else known.refuse();
  }

  /** The same where the caller is likely to say what becomes of the trace: it is given the time for that. */
  triggerLater(trigger: Trigger): void {
    this.parts.patience.wait(() => this.trigger(trigger));
  }

  /**
   * What another process of the mesh says. That a trace is kept somewhere counts for more than that it was refused elsewhere.
   * @param level of the safety caps that it has met on its way
   */
  hear(verdict: Verdict, level: number): void {
    const { budget, now } = this.parts;
    const known = this.known();
    budget.hear(level, now());
    if (verdict === 'refused') known.refuse();
    else if (known.isPromoted) known.raise(level);
    else if (budget.admits(this.traceId, now())) known.promote(verdict, level);
    else {
      known.refuse();
      this.parts.tally.missed();
    }
  }

  /** @param peer the address of the connection: `127.0.0.1:50052` @param knows that it has said itself that the trace is kept */
  answered(peer: string, knows: boolean): void {
    this.known().addPeer(peer, knows);
  }

  /** A call to it has ended without a word of it: it waits with a verdict of its own until it hears this one. */
  unheard(peer: string): void {
    const known = this.known();
    known.addPeer(peer, false).addSilent(peer, known);
  }

  /** The process is gone, as it seems: whom it called in its turn, only others can tell now. */
  missed(peer: string): void {
    for (const next of this.parts.teller.beyond(peer)) this.unheard(next);
  }

  protected override known(): CapturedTrace {
    return super.known() as CapturedTrace;
  }
}
