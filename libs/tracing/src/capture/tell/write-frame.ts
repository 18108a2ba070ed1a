import { ProtoWriter } from '../../otlp/proto-writer.ts';
import { FRAME_HEAD_BYTES } from './tell-method.ts';

const HEAD = new Uint8Array(FRAME_HEAD_BYTES);

/** @param bytes about so many the message takes @returns the whole body of a call or an answer */
export function writeFrame(bytes: number, write: (message: ProtoWriter) => void): Uint8Array {
  const writer = new ProtoWriter(FRAME_HEAD_BYTES + bytes);
  writer.raw(HEAD);
  write(writer);
  writer.bytes.writeUInt32BE(writer.size - FRAME_HEAD_BYTES, 1);
  return writer.written();
}
