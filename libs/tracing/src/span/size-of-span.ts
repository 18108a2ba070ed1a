import type { SpanContext, TraceState } from '@opentelemetry/api';
import { sizeOfProperties, sizeOfText, sizeOfValue } from './size-of-value.ts';
import type { SpanRecord } from './span-record.ts';

/** What is packed of it, and its id. */
const SPAN_BYTES = 320;
/** V8's list that has anything in it: 17 places at first, later half as many again as are used, and 16. */
const LIST_BYTES = 152;
const FIRST_PLACES = 17;
const PLACE_BYTES = 12;
/** With its time, without its attributes. */
const EVENT_BYTES = 200;
/** With two ids. */
const LINK_BYTES = 280;
/** What a state takes that is not a text: a map of its members. */
const STATE_BYTES = 400;

/** Bytes of memory that a span takes as long as somebody holds it; rather too many than too few. */
export function sizeOfSpan(span: SpanRecord): number {
  const { name, ownAttributes, events, links, status } = span;
  const { list, object } = ownAttributes;
  let bytes = SPAN_BYTES + sizeOfText(name) + sizeOfState(span.spanContext());
  if (list.length > 0) bytes += sizeOfList(list.length);
  for (const part of list) bytes += sizeOfValue(part);
  if (object) bytes += sizeOfProperties(object);
  if (status.message) bytes += sizeOfText(status.message);
  if (events.length > 0 || links.length > 0) bytes += sizeOfLists(span);
  return bytes;
}

function sizeOfLists({ events, links }: SpanRecord): number {
  let bytes = sizeOfList(events.length) + sizeOfList(links.length);
  for (const { name, attributes } of events)
    bytes += EVENT_BYTES + sizeOfText(name) + (attributes ? sizeOfProperties(attributes) : 0);
  for (const { context, attributes } of links)
    bytes += LINK_BYTES + sizeOfState(context) + (attributes ? sizeOfProperties(attributes) : 0);
  return bytes;
}

function sizeOfList(length: number): number {
  return length > FIRST_PLACES ? LIST_BYTES + length * PLACE_BYTES : LIST_BYTES;
}

function sizeOfState({ traceState }: SpanContext): number {
  return traceState ? STATE_BYTES + 3 * lengthOf(traceState) : 0;
}

/** That of a link is whatever its giver calls one. */
function lengthOf(state: TraceState): number {
  try {
    return state.serialize().length;
  } catch {
    return 0;
  }
}
