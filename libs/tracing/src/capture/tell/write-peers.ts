import { LENGTH, ProtoWriter } from '../../otlp/proto-writer.ts';
import { FRAME_HEAD_BYTES } from './tell-method.ts';

const FRAME_HEAD = new Uint8Array(FRAME_HEAD_BYTES);

/** @returns the whole body of the answer */
export function writePeers(peers: readonly string[]): Uint8Array {
  const writer = new ProtoWriter();
  writer.raw(FRAME_HEAD);
  for (const peer of peers) {
    writer.tag(1, LENGTH);
    writer.text(peer);
  }
  writer.bytes.writeUInt32BE(writer.size - FRAME_HEAD_BYTES, 1);
  return writer.written();
}
