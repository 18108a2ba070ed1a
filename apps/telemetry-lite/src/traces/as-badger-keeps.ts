import { valueAsString } from '../logs/any-value.ts';
import type { KeyValue, Span } from '../otlp/types.ts';

/**
 * A span as Jaeger 2.13 gives it back from badger, whose model is older than OTLP: without the flags, and with lists and
 * maps of attributes as their JSON text.
 */
export function asBadgerKeeps({ flags: _, events, ...span }: Span): Omit<Span, 'flags'> {
  return { ...flatAttributes(span), ...(events && { events: events.map(flatAttributes) }) };
}

/** The same with attributes that hold one value each. */
export function flatAttributes<T extends { attributes?: KeyValue[] }>(owner: T): T {
  if (owner.attributes === undefined) return owner;
  return { ...owner, attributes: owner.attributes.map(flatAttribute) };
}

function flatAttribute({ key, value }: KeyValue): KeyValue {
  const isNested = value?.arrayValue !== undefined || value?.kvlistValue !== undefined;
  return {
    ...(key !== undefined && { key }),
    value: isNested ? { stringValue: valueAsString(value) } : (value ?? {}),
  };
}
