import { records } from '../../sink/records.ts';
import { requestOf } from './request-of.ts';
import { traceIdOf } from './trace-id-of.ts';

/** What arrived of the traces of one mesh. */
export interface TraceCount {
  /** Of export requests in protobuf, not compressed. */
  readonly bytes: number;
  readonly spans: number;
  /** Requests at the edge: spans of a server without a parent. */
  readonly requests: number;
  readonly failed: number;
  /** Of the traces of failed requests. */
  readonly failedSpans: number;
  readonly slow: number;
  /** How many requests they stand for by the thresholds in their tracestates. */
  readonly scaled: number;
}

export type TraceCounts = Readonly<Record<string, TraceCount>>;

/** Counts traces by the first part of the path they arrive at, such as `/tail/v1/traces`. */
export function createTraceTally() {
  const tallies = new Map<string, MeshTally>();
  return {
    add(path: string, body: Buffer): void {
      const [, name = '', , signal] = path.split('/');
      if (signal !== 'traces') return;
      const tally = tallies.get(name) ?? createMeshTally();
      tallies.set(name, tally);
      tally.add(body);
    },
    counts: (): TraceCounts => Object.fromEntries([...tallies].map(([name, tally]) => [name, tally.count()])),
  };
}

type MeshTally = ReturnType<typeof createMeshTally>;

function createMeshTally() {
  const count = { bytes: 0, requests: 0, slow: 0, scaled: 0 };
  const spans = new Map<string, number>();
  const failed: string[] = [];
  const addSpan = (span: Buffer) => {
    const traceId = traceIdOf(span);
    spans.set(traceId, (spans.get(traceId) ?? 0) + 1);
    const request = requestOf(span);
    if (!request) return;
    count.requests++;
    count.scaled += request.weight;
    if (request.isFailed) failed.push(traceId);
    if (request.isSlow) count.slow++;
  };
  const spansOf = (ids: Iterable<string>) => [...ids].reduce((sum, id) => sum + (spans.get(id) ?? 0), 0);
  return {
    add(body: Buffer): void {
      count.bytes += body.length;
      records(body).forEach(addSpan);
    },
    count: (): TraceCount => ({
      ...count,
      spans: spansOf(spans.keys()),
      failed: failed.length,
      failedSpans: spansOf(failed),
    }),
  };
}
