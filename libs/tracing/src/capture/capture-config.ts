/** How much is parked, and for how long. */
export interface CaptureConfig {
  /** Of spans and lines, with what is needed to find them. */
  readonly maxBytes: number;
  readonly maxMillis: number;
}
