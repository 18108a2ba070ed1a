import { valueAsString } from '../logs/any-value.ts';
import type { KeyValue, Link, Span } from '../otlp/types.ts';

/** What Jaeger's older model has no place for. */
const lost = new Set(['flags', 'droppedAttributesCount', 'droppedEventsCount', 'droppedLinksCount']);

/**
 * A span as Jaeger 2.13 gives it back from badger, whose model is older than OTLP: without the flags and the counts of
 * what was dropped, with lists and maps of attributes as their JSON text, and with links that know their kind only.
 */
export function asBadgerKeeps(span: Span): Span {
  const { events, links, ...rest } = span;
  return {
    ...flatAttributes(withoutLost(rest)),
    ...(events && { events: events.map((event) => flatAttributes(withoutLost(event))) }),
    ...(links && { links: links.map(asReference) }),
  };
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

function withoutLost<T extends object>(owner: T): T {
  return Object.fromEntries(Object.entries(owner).filter(([name]) => !lost.has(name))) as T;
}

/** A link was a reference there, whose kind Jaeger gives back as its only attribute. */
function asReference({ traceId, spanId, attributes = [] }: Link): Link {
  const key = 'opentracing.ref_type';
  const isChild = attributes.some((given) => given.key === key && given.value?.stringValue === 'child_of');
  return {
    ...(traceId !== undefined && { traceId }),
    ...(spanId !== undefined && { spanId }),
    attributes: [{ key, value: { stringValue: isChild ? 'child_of' : 'follows_from' } }],
  };
}
