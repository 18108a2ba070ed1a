/** A caller tells within 200 ms what it makes of a call that it has given up; the rest is for the way. */
const PATIENCE_MS = 300;

/** What a process would decide by itself, unless it hears in time what another one has decided. */
export class Patience {
  readonly #waiting = new Set<() => void>();

  /** @param act once, a little later or at the end of the process, whichever is first; it does not hold that up */
  wait(act: () => void): void {
    const once = () => {
      if (this.#waiting.delete(once)) act();
    };
    this.#waiting.add(once);
    setTimeout(once, PATIENCE_MS).unref();
  }

  end(): void {
    for (const act of this.#waiting) act();
  }
}
