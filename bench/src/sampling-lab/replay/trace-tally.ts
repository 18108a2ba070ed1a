import { records } from '../../sink/records.ts';
import { requestOf } from './request-of.ts';

/** What arrived of the traces of one mesh. */
export interface TraceCount {
  /** Of export requests in protobuf, not compressed. */
  bytes: number;
  spans: number;
  /** Requests at the edge: spans of a server without a parent. */
  requests: number;
  failed: number;
  slow: number;
  /** How many requests they stand for by the thresholds in their tracestates. */
  scaled: number;
}

export type TraceCounts = Readonly<Record<string, TraceCount>>;

/** Counts traces by the first part of the path they arrive at, such as `/tail/v1/traces`. */
export function createTraceTally() {
  const counts: Record<string, TraceCount> = {};
  return {
    add(path: string, body: Buffer): void {
      const [, name = '', , signal] = path.split('/');
      if (signal !== 'traces') return;
      counts[name] ??= { bytes: 0, spans: 0, requests: 0, failed: 0, slow: 0, scaled: 0 };
      addTo(counts[name], body);
    },
    counts: (): TraceCounts => counts,
  };
}

function addTo(count: TraceCount, body: Buffer): void {
  count.bytes += body.length;
  for (const span of records(body)) {
    count.spans++;
    const request = requestOf(span);
    if (!request) continue;
    count.requests++;
    count.scaled += request.weight;
    if (request.isFailed) count.failed++;
    if (request.isSlow) count.slow++;
  }
}
