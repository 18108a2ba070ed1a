import type { AnyValue } from '@opentelemetry/api';
import { FIXED64, LENGTH, type ProtoWriter, VARINT } from './proto-writer.ts';

const INT64 = 2 ** 63;

/** A KeyValue with its tag: opentelemetry/proto/common/v1/common.proto. */
export function writeAttribute(writer: ProtoWriter, field: number, key: string, value: AnyValue): void {
  writer.tag(field, LENGTH);
  const start = writer.open();
  writer.tag(1, LENGTH);
  writer.text(key);
  writeNested(writer, 2, value);
  writer.close(start);
}

/** Nothing for null, and for what no attribute can be. */
function writeAnyValue(writer: ProtoWriter, value: AnyValue): void {
  if (typeof value === 'string') {
    writer.tag(1, LENGTH);
    writer.text(value);
  } else if (typeof value === 'boolean') {
    writer.tag(2, VARINT);
    writer.varint(value ? 1 : 0);
  } else if (typeof value === 'number') writeNumber(writer, value);
  else if (value instanceof Uint8Array) {
    writer.tag(7, LENGTH);
    writer.block(value);
  } else if (typeof value === 'object' && value !== null) writeCollection(writer, value);
}

/** An AnyValue with its tag. */
export function writeNested(writer: ProtoWriter, field: number, value: AnyValue): void {
  writer.tag(field, LENGTH);
  const start = writer.open();
  writeAnyValue(writer, value);
  writer.close(start);
}

function writeNumber(writer: ProtoWriter, value: number): void {
  const isInt = Number.isInteger(value) && value >= -INT64 && value < INT64;
  writer.tag(isInt ? 3 : 4, isInt ? VARINT : FIXED64);
  if (isInt) writer.varint(value);
  else writer.double(value);
}

/** An ArrayValue or a KeyValueList. */
function writeCollection(writer: ProtoWriter, value: object): void {
  const isList = Array.isArray(value);
  writer.tag(isList ? 5 : 6, LENGTH);
  const start = writer.open();
  if (isList) for (const item of value) writeNested(writer, 1, item);
  else for (const [key, item] of Object.entries(value)) writeAttribute(writer, 1, key, item);
  writer.close(start);
}
