import type { Attributes } from '@opentelemetry/api';
import type { FixedAttributes } from '../span/fixed-attributes.ts';
import type { SpanAttributes } from '../span/span-attributes.ts';
import { ProtoWriter } from './proto-writer.ts';
import { writeAttribute } from './write-any-value.ts';

/** The field of a Span that its attributes are in. */
const SPAN_ATTRIBUTES = 9;

export function writeAttributes(writer: ProtoWriter, field: number, attributes: Attributes): void {
  for (const key of Object.keys(attributes)) writeAttribute(writer, field, key, attributes[key]);
}

/** They are either all in the object or all in the other two. */
export function writeSpanAttributes(writer: ProtoWriter, { fixed, list, object }: SpanAttributes): void {
  if (object) writeAttributes(writer, SPAN_ATTRIBUTES, object);
  if (fixed) writer.raw(encodedOf(fixed));
  for (let at = 0; at < list.length; at += 2)
    writeAttribute(writer, SPAN_ATTRIBUTES, list[at] as string, list[at + 1]);
}

function encodedOf(fixed: FixedAttributes): Uint8Array {
  fixed.encoded ??= encode(fixed);
  return fixed.encoded;
}

function encode({ values }: FixedAttributes): Uint8Array {
  const writer = new ProtoWriter();
  writeAttributes(writer, SPAN_ATTRIBUTES, values);
  return writer.written();
}
