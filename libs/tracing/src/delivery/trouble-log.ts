/** Says what happens to telemetry on its way: once when it changes, and not once a batch. */
export interface TroubleLog {
  waits(reason: string): void;
  lost(bytes: number, reason: string): void;
  /** Delivery works: says what was lost until now, if anything was wrong. */
  over(): void;
}

export function createTroubleLog(report: (sentence: string) => void): TroubleLog {
  let current: string | undefined;
  let lostBytes = 0;

  function change(sentence: string): void {
    if (sentence !== current) report(sentence);
    current = sentence;
  }

  return {
    waits: (reason) => change(`telemetry waits for the collector: ${reason}`),
    lost(bytes, reason) {
      lostBytes += bytes;
      change(`telemetry is lost: ${reason}`);
    },
    over() {
      if (current !== undefined) report(`the collector takes telemetry again; ${lostBytes} bytes were lost`);
      current = undefined;
      lostBytes = 0;
    },
  };
}
