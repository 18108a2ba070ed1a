/** Says what happens to telemetry on its way: once when it changes, and not once a batch. */
export interface TroubleLog {
  waits(reason: string): void;
  lost(items: number, reason: string): void;
  /** Delivery works: says what was lost until now, if anything was wrong. */
  over(): void;
}

type Kind = 'waits' | 'lost' | 'over';

/** A collector that takes one batch and not the next would otherwise be told of twenty times a second. */
const PAUSE_MS = 10_000;

/** @param what plural: `spans` */
export function createTroubleLog(what: string, report: (sentence: string) => void): TroubleLog {
  const saidAt: Partial<Record<Kind, number>> = {};
  let said: Partial<Record<Kind, string>> = {};
  let isTrouble = false;
  let lost = 0;

  /** @returns whether it was said: not what was said before, nor anything of its kind too soon after */
  function say(kind: Kind, sentence: string): boolean {
    const time = performance.now();
    if (said[kind] === sentence || time - (saidAt[kind] ?? Number.NEGATIVE_INFINITY) < PAUSE_MS) return false;
    said[kind] = sentence;
    saidAt[kind] = time;
    report(sentence);
    return true;
  }

  return {
    waits(reason) {
      isTrouble = true;
      say('waits', `${what} wait for the collector: ${reason}`);
    },
    lost(items, reason) {
      isTrouble = true;
      lost += items;
      say('lost', `${what} are lost: ${reason}`);
    },
    over() {
      if (!isTrouble || !say('over', `the collector takes ${what} again; ${lost} were lost`)) return;
      isTrouble = false;
      said = {};
      lost = 0;
    },
  };
}
