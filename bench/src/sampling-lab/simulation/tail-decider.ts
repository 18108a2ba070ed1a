import { type Decider, DROPPED } from './decider.ts';

const SHARE = 0.01;

/**
 * A collector that keeps all that failed or was slow and one in a hundred of the rest, as tail.yaml beside the lab says
 * it: the decision alone, without its memory or its time.
 */
export function tailDecider(): Decider {
  return {
    decide({ isFailed, isSlow, randomness }) {
      if (isFailed || isSlow) return { isKept: true, weight: 1 };
      const isKept = Number.parseInt(randomness.slice(0, 8), 16) / 2 ** 32 >= 1 - SHARE;
      return isKept ? { isKept, weight: 1 / SHARE } : DROPPED;
    },
    cutWeight: () => 0,
  };
}
