/** What a peer may make this process keep. */
export interface FrameLimits {
  /** Default 16 KiB: W3C's baggage and tracestate at their largest are 8.5 KiB. Never more than 65 535. */
  readonly maxHeaderBytes: number;
  /** Default 1 MiB. */
  readonly maxBodyBytes: number;
  /** Default 32. */
  readonly maxPairs: number;
}

export const DEFAULT_FRAME_LIMITS: FrameLimits = {
  maxHeaderBytes: 16 * 1024,
  maxBodyBytes: 1024 * 1024,
  maxPairs: 32,
};
