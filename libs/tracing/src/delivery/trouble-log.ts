/** Says what happens to telemetry on its way: once when it changes, and not once a batch. */
export interface TroubleLog {
  waits(reason: string): void;
  lost(items: number, reason: string): void;
  /** Delivery works: says what was lost until now, if anything was wrong. */
  over(): void;
}

/** @param what plural: `spans` */
export function createTroubleLog(what: string, report: (sentence: string) => void): TroubleLog {
  let current: string | undefined;
  let lost = 0;

  function change(sentence: string): void {
    if (sentence !== current) report(sentence);
    current = sentence;
  }

  return {
    waits: (reason) => change(`${what} wait for the collector: ${reason}`),
    lost(items, reason) {
      lost += items;
      change(`${what} are lost: ${reason}`);
    },
    over() {
      if (current !== undefined) report(`the collector takes ${what} again; ${lost} were lost`);
      current = undefined;
      lost = 0;
    },
  };
}
