import type { TrustMode } from './boundary.ts';

/** The forms in which a trace can be written into headers; `trace-id` is the bare id of older systems. */
export type Format = 'tracecontext' | 'baggage' | 'b3' | 'b3multi' | 'trace-id';

export interface PropagationConfig {
  /** Which are read and written. Absent: all are read; W3C's two and `trace-id` are written. */
  readonly formats: readonly Format[] | undefined;
  /** For all servers of the process, and exceptions by the port that a server listens on. */
  readonly trust: { readonly mode: TrustMode; readonly ports: ReadonlyMap<number, TrustMode> };
  /** A request whose `mesh-trust-key` is one of these is believed, whatever the mode. */
  readonly trustKeys: readonly string[];
  /** Whether the mark of a caller that wants its request kept is looked at. */
  readonly readsMarks: boolean;
  /** Baggage that `adopt` lets in. */
  readonly baggageKeys: readonly string[];
  /** Where context goes: `loopback`, `mesh`, host names, `*.suffix`, address ranges. */
  readonly targets: readonly string[];
  /** What goes to all other targets; `traceparent` only where `tracecontext` is written at all. */
  readonly elsewhere: 'none' | 'traceparent';
}
