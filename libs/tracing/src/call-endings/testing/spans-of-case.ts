import type { ReceivedSpan } from '../../testing/otlp.ts';
import type { Line } from '../../testing/service.ts';

/** What a client told of one of its cases, and the spans of it. */
export interface SeenCase {
  /** Of the span that the case itself is. */
  readonly caseSpanId: string;
  /** What the client got, as it says itself; `undefined` if it was killed. */
  readonly status: string | undefined;
  /** All others of its trace, in the order in which they began. */
  readonly spans: readonly ReceivedSpan[];
}

/** Finds a case by what the client wrote when it began and ended. */
export function spansOfCase(
  lines: readonly Line[],
  spans: readonly ReceivedSpan[],
  name: string,
  kind: string,
): SeenCase {
  const ofCase = lines.filter((line) => line['name'] === name && line['kind'] === kind);
  const traceId = ofCase[0]?.['trace_id'];
  const status = ofCase.find(({ message }) => message === 'ended')?.['status'];
  return {
    caseSpanId: String(ofCase[0]?.['span_id']),
    status: status === undefined ? undefined : String(status),
    spans: spans
      .filter((span) => span.traceId === traceId && span.name !== 'case')
      .toSorted((a, b) => Number(a.startUnixNano - b.startUnixNano)),
  };
}
