import type { LogRecord } from './log-record.ts';
import { FIXED32, FIXED64, LENGTH, type ProtoWriter, VARINT } from './proto-writer.ts';
import { writeNested } from './write-any-value.ts';
import { writeTime } from './write-time.ts';

/** Most records take 128 to 16383 bytes. */
const LENGTH_BYTES = 2;

/** A LogRecord with its tag: field numbers of opentelemetry/proto/logs/v1/logs.proto. Zeros and empty texts are left out. */
export function writeLogRecord(writer: ProtoWriter, field: number, record: LogRecord): void {
  const { attributes, body, eventName, spanContext } = record;
  writer.tag(field, LENGTH);
  const start = writer.open(LENGTH_BYTES);
  writer.tag(1, FIXED64);
  writeTime(writer, record.time);
  writeNumber(writer, 2, record.severityNumber);
  writeText(writer, 3, record.severityText);
  if (body !== undefined) writeNested(writer, 5, body);
  writer.raw(attributes.encoded());
  writeNumber(writer, 7, attributes.dropped);
  if (spanContext) {
    writer.tag(8, FIXED32);
    writer.fixed32(spanContext.traceFlags & 0xff);
    writer.tag(9, LENGTH);
    writer.hex(spanContext.traceId, 16);
    writer.tag(10, LENGTH);
    writer.hex(spanContext.spanId, 8);
  }
  writer.tag(11, FIXED64);
  writeTime(writer, record.observedTime);
  writeText(writer, 12, eventName);
  writer.close(start, LENGTH_BYTES);
}

function writeNumber(writer: ProtoWriter, field: number, value: number): void {
  if (value === 0) return;
  writer.tag(field, VARINT);
  writer.varint(value);
}

function writeText(writer: ProtoWriter, field: number, text: string | undefined): void {
  if (!text) return;
  writer.tag(field, LENGTH);
  writer.text(text);
}
