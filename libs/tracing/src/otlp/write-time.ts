import type { HrTime } from '@opentelemetry/api';
import type { ProtoWriter } from './proto-writer.ts';

const TWO_32 = 2 ** 32;

/**
 * Nanoseconds as a fixed64. They do not fit a number: `imul` has the low half exactly, and what is left is a multiple of
 * 2^32, which the rounding of a number cannot miss.
 */
export function writeTime(writer: ProtoWriter, [seconds, nanos]: HrTime): void {
  const low = (Math.imul(seconds, 1_000_000_000) + nanos) >>> 0;
  const high = Math.round((seconds * 1_000_000_000 + nanos - low) / TWO_32);
  writer.fixed64(low, high);
}
