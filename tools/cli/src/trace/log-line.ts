/** One log line, as any store gave it. Nothing in it is safe to print. */
export interface LogLine {
  /** Epoch nanoseconds. */
  readonly timeNs: bigint;
  readonly service: string;
  /** Lower case, e.g. `info`; empty where the store does not know it. */
  readonly level: string;
  readonly message: string;
  /** 16 hex digits, lower case, or null for a line that was written outside of a span. */
  readonly spanId: string | null;
  /** 32 hex digits, lower case, or null for a line that was written outside of a trace. */
  readonly traceId: string | null;
  /** Its trace flags say that the trace was not sampled: no store has its span, unless it was kept after the fact. */
  readonly isUnsampled?: true;
  /** What the program added to the line; what the store and the resource add is left out. */
  readonly fields: Readonly<Record<string, string>>;
}
