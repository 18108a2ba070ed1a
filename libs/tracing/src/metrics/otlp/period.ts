import type { ProtoWriter } from '../../otlp/proto-writer.ts';
import { FIXED64 } from '../../otlp/proto-writer.ts';
import { writeTime } from '../../otlp/write-time.ts';

/** From when to when the values of a request are, in Unix milliseconds. */
export interface Period {
  readonly startMillis: number;
  readonly endMillis: number;
  /** Of the request before, or of the start: exemplars that are older were in it. */
  readonly lastMillis: number;
  /** The series that a request had before. */
  readonly known: WeakSet<object>;
}

/** A fixed64 with its tag. */
export function writeMillis(writer: ProtoWriter, field: number, unixMillis: number): void {
  writer.tag(field, FIXED64);
  writeTime(writer, [Math.floor(unixMillis / 1000), (unixMillis % 1000) * 1_000_000]);
}
