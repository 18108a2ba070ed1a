import { FRAME_HEAD_BYTES } from './tell-method.ts';

/** @param body the whole one, of a call or an answer @returns its one message, which may be empty; undefined: it is something else */
export function frameContent(body: Buffer): Buffer | undefined {
  const isOne = body.length >= FRAME_HEAD_BYTES && body[0] === 0;
  if (!isOne || body.readUInt32BE(1) !== body.length - FRAME_HEAD_BYTES) return undefined;
  return body.subarray(FRAME_HEAD_BYTES);
}
