import type { SpanRecord } from './span-record.ts';

/** The object itself with its ids, times and lists. */
const SPAN_BYTES = 900;
/** A key by reference and a value. */
const ATTRIBUTE_BYTES = 40;
/** With its attributes, which nobody counts one by one. */
const EVENT_BYTES = 1500;
const LINK_BYTES = 400;

/** Bytes of memory that a span takes as long as somebody holds it; rather too many than too few. */
export function sizeOfSpan({ name, ownAttributes, events, links, status }: SpanRecord): number {
  const { list, object } = ownAttributes;
  let bytes = SPAN_BYTES + name.length + (status.message?.length ?? 0);
  for (const part of list) bytes += typeof part === 'string' ? ATTRIBUTE_BYTES + part.length : 8;
  if (object) for (const key in object) bytes += ATTRIBUTE_BYTES * 2 + key.length + sizeOfValue(object[key]);
  return bytes + events.length * EVENT_BYTES + links.length * LINK_BYTES;
}

function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return Array.isArray(value) ? value.reduce((sum: number, one) => sum + 16 + sizeOfValue(one), 0) : 8;
}
