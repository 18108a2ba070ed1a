import { type FrameKind, KINDS, MAGIC, type Pairs, PRELUDE_BYTES, VERSION } from './frame.ts';
import { FrameError } from './frame-error.ts';
import type { FrameLimits } from './frame-limits.ts';
import { encodePairs } from './pairs.ts';

/** @throws FrameError for what the other side would refuse under the same limits */
export function encodeFrame(kind: FrameKind, pairs: Pairs, body: Uint8Array, limits: FrameLimits): Buffer {
  const header = encodePairs(pairs);
  checkLengths(header.length, body.length, limits);
  if (Object.keys(pairs).length > limits.maxPairs) throw new FrameError(`more than ${limits.maxPairs} pairs`);
  const prelude = Buffer.allocUnsafe(PRELUDE_BYTES);
  prelude.writeUInt32BE(MAGIC, 0);
  prelude.writeUInt8(VERSION, 4);
  prelude.writeUInt8(KINDS.indexOf(kind), 5);
  prelude.writeUInt16BE(header.length, 6);
  prelude.writeUInt32BE(body.length, 8);
  return Buffer.concat([prelude, header, body]);
}

/** @throws FrameError */
export function checkLengths(
  header: number,
  body: number,
  { maxHeaderBytes, maxBodyBytes }: FrameLimits,
): void {
  if (header > maxHeaderBytes)
    throw new FrameError(`a header of ${header} bytes, more than ${maxHeaderBytes}`);
  if (body > maxBodyBytes) throw new FrameError(`a body of ${body} bytes, more than ${maxBodyBytes}`);
}
