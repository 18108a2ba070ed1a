/** Bytes that are no frame, or a frame that is larger than it may be. Where it ends is not known: nothing can follow. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}
