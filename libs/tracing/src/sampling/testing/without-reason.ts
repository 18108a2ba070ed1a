import type { Attributes } from '@opentelemetry/api';

/** What a span has besides what its sampler says. */
export function withoutReason(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => !/^sampl(er|ing)\./.test(key)));
}
