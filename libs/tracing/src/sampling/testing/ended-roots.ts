import { until } from '../../testing/until.ts';
import { createSampler, type MeshSampler } from '../create-sampler.ts';
import { documentFromEnvironment } from '../document/from-environment.ts';
import type { SamplingEngine } from '../engine/sampling-engine.ts';

export interface EndedRoots {
  readonly sampler: MeshSampler;
  /** Waits until a root has ended, the next one since the last question. @returns its operation, `!` where it failed */
  next(): Promise<string>;
}

/** A sampler that keeps nothing, and what it is told of the ends of roots. */
export function endedRoots(): EndedRoots {
  const ended: string[] = [];
  const never: Pick<SamplingEngine, 'decide'> = {
    decide: ({ operation }) => ({
      isKept: false,
      by: 'never',
      probability: 0,
      operation: { ratio: 0, ended: (isFailed) => ended.push(`${operation}${isFailed ? '!' : ''}`) },
    }),
  };
  return {
    sampler: createSampler({
      engine: never as SamplingEngine,
      document: documentFromEnvironment('parentbased_always_off', 1),
    }),
    next: () => until(() => ended.shift(), 'a root that ends'),
  };
}
