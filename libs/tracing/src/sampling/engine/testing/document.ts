import { CAPTURE_LIMITS, SLOW_MILLIS } from '../../document/capture-defaults.ts';
import type { RatioPolicy, SamplingDocument } from '../../document/sampling-document.ts';

/** A policy that has only what is given, and else keeps nothing. */
export function ratioPolicy(given: Partial<Omit<RatioPolicy, 'kind'>>): RatioPolicy {
  return {
    kind: 'ratio',
    ratio: 0,
    first: undefined,
    floor: undefined,
    ceiling: undefined,
    boost: undefined,
    ...given,
  };
}

/** A document that has only what is given, and else keeps nothing. */
export function documentOf(given: Partial<SamplingDocument>): SamplingDocument {
  return {
    parent: 'follow',
    operations: 100,
    forced: undefined,
    overall: undefined,
    capture: CAPTURE_LIMITS,
    default: ratioPolicy({}),
    slowMillis: SLOW_MILLIS,
    rules: [],
    ...given,
  };
}
