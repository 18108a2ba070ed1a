import { SamplingDecision } from '@opentelemetry/api';
import type { Sampler } from '@opentelemetry/sdk-trace';
import { AlwaysOffSampler, AlwaysOnSampler, ParentBasedSampler } from '@opentelemetry/sdk-trace';
import type { SamplerConfig } from '../env/config.ts';
import type { FollowingSampler } from './following-sampler.ts';
import { createRatioSampler } from './ratio-sampler.ts';

/**
 * Names that the stock instrumentation-grpc gives to calls of the standard health and reflection services, of which no
 * trace is wanted. Its own `ignoreGrpcMethods` compares the method's short name alone, so that ignoring `Check`, `Watch`
 * and `List` there would also hide a `shop.v1.CartService/List`. Our own instrumentation makes no span for them.
 */
const INFRASTRUCTURE_CALL = /^grpc\.grpc\.(health|reflection)\.v\w+\./;

/** The configured sampler, asked about every call but the mesh's own health checks and reflection. */
export function createSampler({ name, ratio }: SamplerConfig): FollowingSampler {
  const root = createRootSampler(name.replace('parentbased_', ''), ratio);
  const followsParent = name.startsWith('parentbased_');
  const sampler = followsParent ? new ParentBasedSampler({ root }) : root;
  return {
    follows: (spanName) => followsParent && !INFRASTRUCTURE_CALL.test(spanName),
    shouldSample: (context, traceId, spanName, ...rest) =>
      INFRASTRUCTURE_CALL.test(spanName)
        ? { decision: SamplingDecision.NOT_RECORD }
        : sampler.shouldSample(context, traceId, spanName, ...rest),
    toString: () => sampler.toString(),
  };
}

function createRootSampler(name: string, ratio: number): Sampler {
  if (name === 'traceidratio') return createRatioSampler(ratio);
  return name === 'always_off' ? new AlwaysOffSampler() : new AlwaysOnSampler();
}
