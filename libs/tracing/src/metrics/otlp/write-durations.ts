import { FIXED64, LENGTH, ProtoWriter } from '../../otlp/proto-writer.ts';
import { writeAttributes } from '../../otlp/write-attributes.ts';
import { BOUNDS, type DurationSeries, type Exemplar } from '../duration-series.ts';
import { type Period, writeMillis } from './period.ts';

/** Nearly all take 128 to 16383 bytes. */
const LENGTH_BYTES = 2;
const TWO_32 = 2 ** 32;

const encodedBounds = encodeBounds();

const NONE = new Float64Array(BOUNDS.length + 1);

/**
 * A HistogramDataPoint with its tag. A series that has begun since the request before has a point with nothing in it for
 * that time, too: without it the first calls are no increase of anything, and a service that fails for the first time shows
 * no rate of failures.
 */
export function writeDurations(
  writer: ProtoWriter,
  field: number,
  series: DurationSeries,
  period: Period,
): void {
  const { startMillis, endMillis, lastMillis, known } = period;
  const { attributes, counts, sum, exemplars } = series;
  if (!known.has(series) && lastMillis < endMillis) {
    const end = openPoint(writer, field, startMillis, lastMillis);
    writeCounts(writer, NONE, 0);
    writeAttributes(writer, 9, attributes);
    end();
  }
  known.add(series);
  const end = openPoint(writer, field, startMillis, endMillis);
  writeCounts(writer, counts, sum);
  for (const exemplar of exemplars)
    if (exemplar && exemplar.unixMillis >= lastMillis) writeExemplar(writer, 8, exemplar);
  writeAttributes(writer, 9, attributes);
  end();
}

function openPoint(writer: ProtoWriter, field: number, startMillis: number, endMillis: number): () => void {
  writer.tag(field, LENGTH);
  const start = writer.open(LENGTH_BYTES);
  writeMillis(writer, 2, startMillis);
  writeMillis(writer, 3, endMillis);
  return () => writer.close(start, LENGTH_BYTES);
}

function writeCounts(writer: ProtoWriter, counts: Float64Array, sum: number): void {
  writer.tag(4, FIXED64);
  writeCount(
    writer,
    counts.reduce((all, count) => all + count, 0),
  );
  writer.tag(5, FIXED64);
  writer.double(sum);
  writer.tag(6, LENGTH);
  writer.varint(counts.length * 8);
  for (const count of counts) writeCount(writer, count);
  writer.raw(encodedBounds);
}

/** An Exemplar with its tag. */
function writeExemplar(writer: ProtoWriter, field: number, { context, seconds, unixMillis }: Exemplar): void {
  writer.tag(field, LENGTH);
  const start = writer.open();
  writeMillis(writer, 2, unixMillis);
  writer.tag(3, FIXED64);
  writer.double(seconds);
  writer.tag(4, LENGTH);
  writer.hex(context.spanId, 8);
  writer.tag(5, LENGTH);
  writer.hex(context.traceId, 16);
  writer.close(start);
}

/** A fixed64. */
function writeCount(writer: ProtoWriter, count: number): void {
  writer.fixed64(count >>> 0, Math.floor(count / TWO_32));
}

function encodeBounds(): Uint8Array {
  const writer = new ProtoWriter(128);
  writer.tag(7, LENGTH);
  writer.varint(BOUNDS.length * 8);
  for (const bound of BOUNDS) writer.double(bound);
  return writer.written();
}
