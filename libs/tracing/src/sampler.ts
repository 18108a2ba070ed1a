import { SamplingDecision } from '@opentelemetry/api';
import type { Sampler } from '@opentelemetry/sdk-trace';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import type { SamplerConfig } from './config.ts';

/**
 * Names that instrumentation-grpc gives to calls of the standard health and reflection services.
 * Its own `ignoreGrpcMethods` compares the method's short name alone, so that ignoring `Check`, `Watch` and
 * `List` there would also hide a `shop.v1.CartService/List`; the name of the span has the service in it.
 */
const INFRASTRUCTURE_CALL = /^grpc\.grpc\.(health|reflection)\.v\w+\./;

/** The configured sampler, asked about every call but the mesh's own health checks and reflection. */
export function createSampler(config: SamplerConfig): Sampler {
  const sampler = createStandardSampler(config);
  return {
    shouldSample: (context, traceId, name, ...rest) =>
      INFRASTRUCTURE_CALL.test(name)
        ? { decision: SamplingDecision.NOT_RECORD }
        : sampler.shouldSample(context, traceId, name, ...rest),
    toString: () => sampler.toString(),
  };
}

function createStandardSampler({ name, ratio }: SamplerConfig): Sampler {
  const root = createRootSampler(name.replace('parentbased_', ''), ratio);
  return name.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}

function createRootSampler(name: string, ratio: number): Sampler {
  if (name === 'traceidratio') return new TraceIdRatioBasedSampler(ratio);
  return name === 'always_off' ? new AlwaysOffSampler() : new AlwaysOnSampler();
}
