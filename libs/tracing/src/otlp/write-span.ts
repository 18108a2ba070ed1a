import type { Link, SpanContext, SpanStatus } from '@opentelemetry/api';
import { SpanStatusCode } from '@opentelemetry/api';
import type { TimedEvent } from '@opentelemetry/sdk-trace';
import type { SpanRecord } from '../span/span-record.ts';
import { FIXED32, FIXED64, LENGTH, type ProtoWriter, VARINT } from './proto-writer.ts';
import { writeAttributes, writeSpanAttributes } from './write-attributes.ts';
import { writeTime } from './write-time.ts';

/** Most spans take 128 to 16383 bytes. */
const LENGTH_BYTES = 2;

const HAS_IS_REMOTE = 0x100;
const IS_REMOTE = 0x200;

/** A Span with its tag: field numbers of opentelemetry/proto/trace/v1/trace.proto. Zeros and empty texts are left out. */
export function writeSpan(writer: ProtoWriter, field: number, span: SpanRecord): void {
  writer.tag(field, LENGTH);
  const start = writer.open(LENGTH_BYTES);
  const context = span.spanContext();
  const parent = span.parentSpanContext;
  writeIds(writer, context);
  if (parent) {
    writer.tag(4, LENGTH);
    writer.hex(parent.spanId, 8);
  }
  writer.tag(5, LENGTH);
  writer.text(span.name);
  writer.tag(6, VARINT);
  writer.varint(span.kind + 1);
  writer.tag(7, FIXED64);
  writeTime(writer, span.startTime);
  writer.tag(8, FIXED64);
  writeTime(writer, span.endTime);
  writeSpanAttributes(writer, span.ownAttributes);
  writeCount(writer, 10, span.droppedAttributesCount);
  for (const event of span.events) writeEvent(writer, event);
  writeCount(writer, 12, span.droppedEventsCount);
  for (const link of span.links) writeLink(writer, link);
  writeCount(writer, 14, span.droppedLinksCount);
  writeStatus(writer, span.status);
  writeFlags(writer, 16, context.traceFlags, parent?.isRemote);
  writer.close(start, LENGTH_BYTES);
}

function writeIds(writer: ProtoWriter, { traceId, spanId, traceState }: SpanContext): void {
  writer.tag(1, LENGTH);
  writer.hex(traceId, 16);
  writer.tag(2, LENGTH);
  writer.hex(spanId, 8);
  const state = traceState?.serialize();
  if (!state) return;
  writer.tag(3, LENGTH);
  writer.text(state);
}

function writeCount(writer: ProtoWriter, field: number, count: number | undefined): void {
  if (!count) return;
  writer.tag(field, VARINT);
  writer.varint(count);
}

/** A Span.Event with its tag. */
function writeEvent(
  writer: ProtoWriter,
  { time, name, attributes, droppedAttributesCount }: TimedEvent,
): void {
  writer.tag(11, LENGTH);
  const start = writer.open();
  writer.tag(1, FIXED64);
  writeTime(writer, time);
  writer.tag(2, LENGTH);
  writer.text(name);
  writeAttributes(writer, 3, attributes ?? {});
  writeCount(writer, 4, droppedAttributesCount);
  writer.close(start);
}

/** A Span.Link with its tag. */
function writeLink(writer: ProtoWriter, { context, attributes, droppedAttributesCount }: Link): void {
  writer.tag(13, LENGTH);
  const start = writer.open();
  writeIds(writer, context);
  writeAttributes(writer, 4, attributes ?? {});
  writeCount(writer, 5, droppedAttributesCount);
  writeFlags(writer, 6, context.traceFlags, context.isRemote);
  writer.close(start);
}

function writeStatus(writer: ProtoWriter, { code, message }: SpanStatus): void {
  if (code === SpanStatusCode.UNSET) return;
  writer.tag(15, LENGTH);
  const start = writer.open();
  if (message) {
    writer.tag(2, LENGTH);
    writer.text(message);
  }
  writer.tag(3, VARINT);
  writer.varint(code);
  writer.close(start);
}

/** The W3C flags, and whether the other end of the relation is in another process. */
function writeFlags(writer: ProtoWriter, field: number, traceFlags: number, isRemote?: boolean): void {
  writer.tag(field, FIXED32);
  writer.fixed32((traceFlags & 0xff) | HAS_IS_REMOTE | (isRemote ? IS_REMOTE : 0));
}
