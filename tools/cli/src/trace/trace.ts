import type { Links } from './links.ts';
import type { LogLine } from './log-line.ts';
import type { Span } from './span.ts';

/** Everything the stores know of one trace. */
export interface Trace {
  readonly traceId: string;
  /** The order that the trace was asked by. */
  readonly orderId?: string;
  /** Each span once, in no order. */
  readonly spans: readonly Span[];
  /** Oldest first. */
  readonly lines: readonly LogLine[];
  /** Entries of the stores' answers that are neither spans nor lines. */
  readonly unreadable: number;
  /** Where else it can be seen; only where the gateway said it. */
  readonly links?: Links | undefined;
  /** Back ends that could not be asked, as sentences. */
  readonly failures: readonly string[];
}
