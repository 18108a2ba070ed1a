import { LENGTH, type ProtoWriter, VARINT } from '../../otlp/proto-writer.ts';
import type { ToldVerdict } from './told-verdict.ts';
import { writeFrame } from './write-frame.ts';

const VERDICT_BYTES = 45;
/** @returns the whole body of the call */
export function writeTell(verdicts: readonly ToldVerdict[]): Uint8Array {
  return writeFrame(verdicts.length * VERDICT_BYTES, (message) => {
    for (const verdict of verdicts) writeVerdict(message, verdict);
  });
}

function writeVerdict(writer: ProtoWriter, { traceId, verdict, level }: ToldVerdict): void {
  writer.tag(1, LENGTH);
  const start = writer.open();
  writer.tag(1, LENGTH);
  writer.hex(traceId, 16);
  writer.tag(2, LENGTH);
  writer.text(verdict);
  if (level > 0) {
    writer.tag(3, VARINT);
    writer.varint(level);
  }
  writer.close(start);
}
