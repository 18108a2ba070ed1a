/** A server that fails now in one way and now in another would else be told of once a second. */
const PAUSE_MS = 10_000;

/** When a sentence is worth a line: not what was said before, nor anything too soon after. */
export interface Pacer {
  /** @returns true once: the caller says it now */
  isDue(sentence: string): boolean;
  /** What was said is over: it may be said again, after the pause. */
  forget(): void;
}

export function createPacer(): Pacer {
  let said: string | undefined;
  let saidAt = Number.NEGATIVE_INFINITY;
  return {
    isDue(sentence) {
      const time = performance.now();
      if (said === sentence || time - saidAt < PAUSE_MS) return false;
      said = sentence;
      saidAt = time;
      return true;
    },
    forget() {
      said = undefined;
    },
  };
}
