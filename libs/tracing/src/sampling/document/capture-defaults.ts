import type { BudgetLimits } from '../../capture/budget.ts';

/**
 * Of each process. Ten a second are more than anybody looks at, and in a storm next to nothing beside the requests; 50 at once are a
 * burst of failures of which each is another one. A process with ten others that trigger, too, keeps a hundred.
 */
export const CAPTURE_LIMITS: BudgetLimits = Object.freeze({
  perSecond: 10,
  burst: 50,
  ceilingPerSecond: 100,
});

/** Nobody waits that long for a call of a mesh with pleasure. */
export const SLOW_MILLIS = 1000;
