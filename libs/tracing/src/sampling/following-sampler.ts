import type { Sampler } from '@opentelemetry/sdk-trace';

/** A sampler that need not be asked about most spans. */
export interface FollowingSampler extends Sampler {
  /** Whether a span of this name is sampled if, and only if, its parent is: here, or a caller's that decided. */
  follows?(spanName: string): boolean;
}
