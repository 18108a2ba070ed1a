import type { RemoteFailure } from './call-error.ts';
import { encodeFrame } from './encode-frame.ts';
import { DEFAULT_FRAME_LIMITS } from './frame-limits.ts';

/** @param detail in the body: what is wrong with the frame that is refused */
export function failureFrame(reason: RemoteFailure, detail = ''): Buffer {
  return encodeFrame('failure', { reason }, Buffer.from(detail), DEFAULT_FRAME_LIMITS);
}
