import type { BackEnd } from '../../http/back-end.ts';
import type { Span } from '../span.ts';

/** Where spans are kept. */
export interface SpanStore {
  readonly backEnd: BackEnd;
  /**
   * The spans of one trace; none where the store does not know the trace.
   * @param traceId 32 hex digits, lower case
   * @throws {BackEndError}
   */
  spansOf(traceId: string): Promise<ReadSpans>;
}

/** A trace as it was read. */
export interface ReadSpans {
  /** Each once, in no order. */
  readonly spans: readonly Span[];
  /** The span ids that the store gave more than once, one entry for each further time. */
  readonly repeats: readonly string[];
  /** Entries that are not spans. */
  readonly unreadable: number;
}

export const noSpans: ReadSpans = { spans: [], repeats: [], unreadable: 0 };

/** Each span once, as it came first. A retry may deliver a span twice; a reader sees it once. */
export function readEachOnce<Entry>(
  entries: readonly Entry[],
  read: (entry: Entry) => Span | undefined,
): ReadSpans {
  const spans = new Map<string, Span>();
  const repeats: string[] = [];
  let unreadable = 0;
  for (const entry of entries) {
    const span = read(entry);
    if (!span) unreadable += 1;
    else if (spans.has(span.spanId)) repeats.push(span.spanId);
    else spans.set(span.spanId, span);
  }
  return { spans: [...spans.values()], repeats, unreadable };
}
