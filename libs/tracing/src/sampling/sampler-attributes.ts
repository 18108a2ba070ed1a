import type { Attributes } from '@opentelemetry/api';
import type { Kept } from './engine/sampling-engine.ts';

/** What a root says of why it is kept. Frozen, so that it is encoded once for all. */
export function samplerAttributes(verdict: Kept): Attributes {
  const [type, param] = forJaeger(verdict);
  return Object.freeze({
    'sampling.reason': verdict.by,
    'sampling.probability': verdict.probability,
    'sampler.type': type,
    'sampler.param': param,
  });
}

/**
 * Jaeger's adaptive sampling counts roots by these two. It knows the ratio that it gave again only where it is exactly that, so
 * that it is not the probability; and what is kept for other reasons must not look like more requests.
 * https://github.com/jaegertracing/jaeger/blob/main/internal/sampling/samplingstrategy/adaptive/aggregator.go
 */
function forJaeger({ by, operation }: Kept): [type: string, param: number] {
  if (by === 'ratio') return ['probabilistic', operation.ratio];
  return by === 'first' || by === 'floor' ? ['lowerbound', operation.ratio] : ['const', 1];
}
