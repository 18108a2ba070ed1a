import { setTimeout as pause } from 'node:timers/promises';
import type { Final, Send } from './outcome.ts';
import { retryDelay } from './retry-delay.ts';

/** Brings one request after the other to the collector, each until it has an answer that is final. */
export interface Courier {
  /** Never rejects. `undefined`: given up, since the process ends. */
  deliver(payload: Uint8Array): Promise<Final | undefined>;
  /** The last attempt failed. */
  isFailing(): boolean;
  /** The request under way may have been taken, and no answer says so. */
  isOpen(): boolean;
  /** Tries again now, and from now on often or, by `false`, as usual. */
  hurry(isLast: boolean): void;
  /** Stops at once, also amid a request. */
  stop(): void;
}

/** @param onFailure called with the reason after each attempt that failed */
export function createCourier(send: Send, onFailure: (reason: string) => void): Courier {
  const closing = new AbortController();
  const { signal } = closing;
  let wake = new AbortController();
  let isLast = false;
  let isFailing = false;
  let isOpen = false;

  async function wait(ms: number): Promise<void> {
    wake = new AbortController();
    await pause(ms, undefined, { ref: false, signal: wake.signal }).catch(() => {});
  }

  return {
    async deliver(payload) {
      isOpen = false;
      for (let retry = 0; !signal.aborted; retry++) {
        const wasOpen: boolean = isOpen;
        const outcome = await send(payload, signal, () => {
          isOpen = true;
        });
        if (signal.aborted) return undefined;
        isFailing = outcome.kind === 'failed';
        if (outcome.kind !== 'failed') return outcome;
        if (outcome.wasAnswered) isOpen = wasOpen;
        onFailure(outcome.reason);
        await wait(retryDelay(retry, outcome.retryAfterMs, isLast));
      }
      return undefined;
    },
    isFailing: () => isFailing,
    isOpen: () => isOpen,
    hurry(last) {
      isLast = last;
      if (last) wake.abort();
    },
    stop() {
      closing.abort();
      wake.abort();
    },
  };
}
