import { CAPTURE_LIMITS, SLOW_MILLIS } from './capture-defaults.ts';
import type { OperationPolicy, SamplingDocument } from './sampling-document.ts';

/**
 * The document that a standard sampler stands for: `parentbased_traceidratio` with 0.1 is a ratio of 0.1 for what begins here.
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#general-sdk-configuration
 *
 * @param name of the sampler: `always_on`, `always_off` or a ratio, each also `parentbased_…`
 * @param ratio 0 to 1, of a sampler that has one
 */
export function documentFromEnvironment(name: string, ratio: number): SamplingDocument {
  return {
    parent: name.startsWith('parentbased_') ? 'follow' : 'ignore',
    operations: 100,
    forced: undefined,
    overall: undefined,
    capture: CAPTURE_LIMITS,
    default: policyOf(name, ratio),
    slowMillis: SLOW_MILLIS,
    rules: [],
  };
}

function policyOf(name: string, ratio: number): OperationPolicy {
  if (name.endsWith('always_on')) return { kind: 'always' };
  if (name.endsWith('always_off')) return { kind: 'never' };
  return { kind: 'ratio', ratio, first: undefined, floor: undefined, ceiling: undefined, boost: undefined };
}
