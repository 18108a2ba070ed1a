import { LENGTH, ProtoWriter, VARINT } from '../../otlp/proto-writer.ts';
import type { Promotion } from './promotion.ts';
import { FRAME_HEAD_BYTES } from './tell-method.ts';

const PROMOTION_BYTES = 45;
const FRAME_HEAD = new Uint8Array(FRAME_HEAD_BYTES);

/** @returns the whole body of the call */
export function writeTell(promotions: readonly Promotion[]): Uint8Array {
  const writer = new ProtoWriter(FRAME_HEAD_BYTES + promotions.length * PROMOTION_BYTES);
  writer.raw(FRAME_HEAD);
  for (const promotion of promotions) writePromotion(writer, promotion);
  writer.bytes.writeUInt32BE(writer.size - FRAME_HEAD_BYTES, 1);
  return writer.written();
}

function writePromotion(writer: ProtoWriter, { traceId, trigger, level }: Promotion): void {
  writer.tag(1, LENGTH);
  const start = writer.open();
  writer.tag(1, LENGTH);
  writer.hex(traceId, 16);
  writer.tag(2, LENGTH);
  writer.text(trigger);
  if (level > 0) {
    writer.tag(3, VARINT);
    writer.varint(level);
  }
  writer.close(start);
}
