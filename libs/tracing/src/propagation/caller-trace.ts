/** What the headers of a request say of its caller's trace, before it is decided whether that is believed. */
export interface CallerTrace {
  /** 32 lower-case hexadecimal digits. Absent: the caller has none, or its headers are malformed. */
  readonly traceId?: string;
  /** 16 lower-case hexadecimal digits. */
  readonly spanId?: string;
  /** W3C's sampled (1) and random (2). Absent: the caller leaves the decision to us. */
  readonly flags?: number;
  /** The value of `tracestate`, not yet read. */
  readonly traceState?: string;
  /** What the caller wrote, where it was not 32 lower-case hexadecimal digits. */
  readonly originalId?: string;
}

export const MALFORMED: CallerTrace = {};
