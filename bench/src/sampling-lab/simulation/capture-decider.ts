import { CaptureBudget, parseSamplingDocument } from '@mesh/tracing/sampling';
import { type Decider, DROPPED } from './decider.ts';
import { engineDecider } from './engine-decider.ts';

/** It stands for nothing but itself: nobody knows how likely it was to fail, or to be slow. */
const KEPT_AFTER_ALL = { isKept: true, weight: 0 };

/**
 * The engine at the head, and after it what failed or was slow, as far as the library's own budget goes: that of one process, where
 * every trigger fires. It is spent when the request begins, not when it ends. The ring is taken to be large enough.
 */
export function captureDecider(document: string): Decider {
  const head = engineDecider(document);
  const { capture } = parseSamplingDocument(document);
  const budget = capture && new CaptureBudget(capture);
  return {
    decide(request) {
      const decision = head.decide(request);
      if (decision.isKept || !(request.isFailed || request.isSlow)) return decision;
      return budget?.grants(request.randomness, request.at) ? KEPT_AFTER_ALL : DROPPED;
    },
    cutWeight: head.cutWeight,
  };
}
