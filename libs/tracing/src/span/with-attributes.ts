import type { Attributes, SpanOptions } from '@opentelemetry/api';

/** By what a span starts with, then by what its sampler says. */
const joined = new WeakMap<Attributes, WeakMap<Attributes, Attributes>>();

/** Options of a span that starts with what its sampler says, too, over what is there. */
export function withAttributes(options: SpanOptions, samplers: Attributes | undefined): SpanOptions {
  return samplers ? { ...options, attributes: join(options.attributes, samplers) } : options;
}

/** Of two that are frozen always the same object, frozen: what is known of that need not be found out at each span. */
function join(start: Attributes | undefined, samplers: Attributes): Attributes {
  // A service may be JavaScript, where anything is given.
  if (typeof start !== 'object' || start === null) return samplers;
  if (!Object.isFrozen(start) || !Object.isFrozen(samplers)) return { ...start, ...samplers };
  return joined.get(start)?.get(samplers) ?? joinOnce(start, samplers);
}

function joinOnce(start: Attributes, samplers: Attributes): Attributes {
  const both = Object.freeze({ ...start, ...samplers });
  const ofStart = joined.get(start) ?? new WeakMap<Attributes, Attributes>();
  joined.set(start, ofStart.set(samplers, both));
  return both;
}
