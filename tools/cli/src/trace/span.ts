export type SpanKind = 'UNSPECIFIED' | 'INTERNAL' | 'SERVER' | 'CLIENT' | 'PRODUCER' | 'CONSUMER';

/** One span of a trace, as any store gave it. Names and messages are as they came: not safe to print. */
export interface Span {
  /** 16 hex digits, lower case. */
  readonly spanId: string;
  /** The same, or null for a span that has none. */
  readonly parentId: string | null;
  readonly service: string;
  readonly name: string;
  readonly kind: SpanKind;
  /** Epoch nanoseconds. */
  readonly startNs: bigint;
  /** Epoch nanoseconds; never before `startNs`. */
  readonly endNs: bigint;
  readonly failed: boolean;
  /** What went wrong: the status message, or the recorded exception; empty where nothing says it. */
  readonly problem: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Spans that led to this one and are not its parent: in background work, of the request that made the work. */
  readonly links: readonly SpanLink[];
}

/** Both ids as in `Span` and `Trace`. */
export interface SpanLink {
  readonly traceId: string;
  readonly spanId: string;
}
