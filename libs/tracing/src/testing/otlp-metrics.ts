import { attributes, recordsOf } from './otlp.ts';
import { double, hex, int, type Message, messages, text } from './protobuf.ts';

export interface ReceivedPoint {
  readonly attributes: Record<string, unknown>;
  readonly startUnixNano: bigint;
  readonly endUnixNano: bigint;
  /** Of a gauge or a sum. */
  readonly value: number;
  /** The rest is of a histogram. */
  readonly count: number;
  readonly sum: number;
  readonly buckets: readonly number[];
  readonly bounds: readonly number[];
  readonly exemplars: readonly ReceivedExemplar[];
}

interface ReceivedExemplar {
  readonly traceId: string;
  readonly spanId: string;
  readonly value: number;
  readonly unixNano: bigint;
}

export interface ReceivedMetric {
  readonly resource: Record<string, unknown>;
  readonly name: string;
  readonly unit: string;
  readonly points: readonly ReceivedPoint[];
  /** Of its first point. */
  readonly value: number;
  /** 2 is cumulative. */
  readonly temporality: number;
  readonly isMonotonic: boolean;
}

/** A gauge, a sum, a histogram. */
const KINDS = [5, 7, 9];

/** Field numbers: opentelemetry/proto/metrics/v1/metrics.proto. */
export function decodeMetrics(request: Buffer): ReceivedMetric[] {
  return recordsOf(request).map(({ resource, record }) => {
    const kind = KINDS.find((field) => record.has(field)) ?? 0;
    const [data = new Map()] = messages(record, kind);
    const points = messages(data, 1).map(kind === 9 ? histogramPoint : numberPoint);
    return {
      resource,
      name: text(record, 1),
      unit: text(record, 3),
      points,
      value: points[0]?.value ?? 0,
      temporality: Number(int(data, 2)),
      isMonotonic: int(data, 3) === 1n,
    };
  });
}

function numberPoint(point: Message): ReceivedPoint {
  const value = point.has(6) ? Number(int(point, 6)) : double(point, 4);
  return { ...common(point, 7), value, count: 0, sum: 0, buckets: [], bounds: [], exemplars: [] };
}

function histogramPoint(point: Message): ReceivedPoint {
  return {
    ...common(point, 9),
    value: 0,
    count: Number(int(point, 4)),
    sum: double(point, 5),
    buckets: packed(point, 6, (bytes, at) => Number(bytes.readBigUInt64LE(at))),
    bounds: packed(point, 7, (bytes, at) => bytes.readDoubleLE(at)),
    exemplars: messages(point, 8).map((exemplar) => ({
      traceId: hex(exemplar, 5),
      spanId: hex(exemplar, 4),
      value: double(exemplar, 3),
      unixNano: int(exemplar, 2),
    })),
  };
}

function common(point: Message, attributesField: number) {
  const times = { startUnixNano: int(point, 2), endUnixNano: int(point, 3) };
  return { attributes: attributes(point, attributesField), ...times };
}

function packed(message: Message, field: number, read: (bytes: Buffer, at: number) => number): number[] {
  const bytes = message.get(field)?.[0] as Buffer;
  return Array.from({ length: bytes.length / 8 }, (_, index) => read(bytes, index * 8));
}
