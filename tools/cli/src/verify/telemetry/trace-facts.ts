import type { LogLine } from '../../trace/log-line.ts';
import type { Span } from '../../trace/span.ts';
import type { TracedOrder } from './traced-order.ts';

/** What the stores have of one trace. */
export interface TraceFacts {
  readonly traceId: string;
  /** Created by requests of this trace: one, unless a caller uses its trace for more. */
  readonly orders: readonly TracedOrder[];
  /** Each once. */
  readonly spans: readonly Span[];
  /** Ids of spans that were read more than once, one for each further time. */
  readonly repeatedSpans: readonly string[];
  /** Each once, oldest first. */
  readonly lines: readonly LogLine[];
  /** Lines that are exact repeats of another. */
  readonly repeatedLines: readonly LogLine[];
}
