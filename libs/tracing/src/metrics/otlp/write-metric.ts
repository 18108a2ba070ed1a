import { LENGTH, type ProtoWriter, VARINT } from '../../otlp/proto-writer.ts';
import { DurationSeries } from '../duration-series.ts';
import type { Metric, NumberPoint } from '../metric.ts';
import type { Period } from './period.ts';
import { writeDurations } from './write-durations.ts';
import { writeNumber } from './write-number.ts';

// Field numbers of opentelemetry/proto/metrics/v1/metrics.proto.

const DATA = { gauge: 5, counter: 7, upDownCounter: 7, histogram: 9 } as const;
const CUMULATIVE = 2;

/** Some have hundreds of points. */
const LENGTH_BYTES = 3;

/** A Metric with its tag; nothing for one without points: Prometheus fails a whole request that has one in it. */
export function writeMetric(writer: ProtoWriter, field: number, metric: Metric, period: Period): void {
  const { name, description, unit, kind } = metric;
  const points: readonly (NumberPoint | DurationSeries)[] = metric.read();
  if (points.length === 0) return;
  writer.tag(field, LENGTH);
  const start = writer.open(LENGTH_BYTES);
  for (const [index, text] of [name, description, unit].entries()) {
    writer.tag(index + 1, LENGTH);
    writer.text(text);
  }
  writer.tag(DATA[kind], LENGTH);
  const data = writer.open(LENGTH_BYTES);
  for (const point of points) {
    if (point instanceof DurationSeries) writeDurations(writer, 1, point, period);
    else writeNumber(writer, 1, point, period);
  }
  writeNature(writer, kind);
  writer.close(data, LENGTH_BYTES);
  writer.close(start, LENGTH_BYTES);
}

function writeNature(writer: ProtoWriter, kind: Metric['kind']): void {
  if (kind === 'gauge') return;
  writer.tag(2, VARINT);
  writer.varint(CUMULATIVE);
  if (kind !== 'counter') return;
  writer.tag(3, VARINT);
  writer.varint(1);
}
