import { FIXED64, LENGTH, type ProtoWriter } from '../../otlp/proto-writer.ts';
import { writeAttributes } from '../../otlp/write-attributes.ts';
import type { NumberPoint } from '../metric.ts';
import { type Period, writeMillis } from './period.ts';

/** A NumberDataPoint with its tag. A double holds each whole number that a number of JavaScript does. */
export function writeNumber(
  writer: ProtoWriter,
  field: number,
  { value, attributes }: NumberPoint,
  { startMillis, endMillis }: Period,
): void {
  writer.tag(field, LENGTH);
  const start = writer.open();
  writeMillis(writer, 2, startMillis);
  writeMillis(writer, 3, endMillis);
  writer.tag(4, FIXED64);
  writer.double(value);
  if (attributes) writeAttributes(writer, 7, attributes);
  writer.close(start);
}
