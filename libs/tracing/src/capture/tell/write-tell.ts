import { LENGTH, ProtoWriter, VARINT } from '../../otlp/proto-writer.ts';
import { FRAME_HEAD_BYTES } from './tell-method.ts';
import type { ToldVerdict } from './told-verdict.ts';

const VERDICT_BYTES = 45;
const FRAME_HEAD = new Uint8Array(FRAME_HEAD_BYTES);

/** @returns the whole body of the call */
export function writeTell(verdicts: readonly ToldVerdict[]): Uint8Array {
  const writer = new ProtoWriter(FRAME_HEAD_BYTES + verdicts.length * VERDICT_BYTES);
  writer.raw(FRAME_HEAD);
  for (const verdict of verdicts) writeVerdict(writer, verdict);
  writer.bytes.writeUInt32BE(writer.size - FRAME_HEAD_BYTES, 1);
  return writer.written();
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
