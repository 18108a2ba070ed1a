import { shortThreshold, thresholdOf } from '../threshold.ts';
import type { DroppedBy, KeptBy, SampledOperation, Verdict } from './sampling-engine.ts';

/** Above all randomness. */
const UNREACHABLE = 'g';

/** All that can come of one probability, made once for all roots that have it. */
export interface Chance {
  readonly by: KeptBy | DroppedBy;
  readonly probability: number;
  /** Randomness from here on is kept. */
  readonly threshold: string;
  readonly kept: Verdict;
  readonly missed: Verdict;
  readonly ceiling: Verdict;
  readonly overall: Verdict;
}

/** Of what is kept by its ratio, or all. */
export function chanceOf(
  operation: SampledOperation,
  by: 'ratio' | 'boost' | 'always',
  probability: number,
): Chance {
  const threshold = thresholdOf(probability);
  const dropped = (reason: DroppedBy) => ({ isKept: false, by: reason, probability, operation }) as const;
  const th = threshold === undefined ? '' : shortThreshold(threshold);
  return {
    by,
    probability,
    threshold: threshold ?? UNREACHABLE,
    kept: { isKept: true, by, probability, th, operation },
    missed: dropped(by === 'boost' ? 'boost' : 'ratio'),
    ceiling: dropped('ceiling'),
    overall: dropped('overall'),
  };
}

/** Of what is kept whatever its randomness says. */
export function certain(operation: SampledOperation, by: KeptBy): Verdict {
  return { isKept: true, by, probability: 1, th: '0', operation };
}

/** Of `never`. */
export function noChance(operation: SampledOperation): Chance {
  const missed = { isKept: false, by: 'never', probability: 0, operation } as const;
  return { ...chanceOf(operation, 'ratio', 0), by: 'never', missed };
}
