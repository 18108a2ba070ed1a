import type { CapturedTrace } from './captured-trace.ts';
import type { TraceInRing } from './trace-in-ring.ts';

/** The traces that have a place in the ring, by their ids. */
export class TraceTable {
  readonly #traces = new Map<string, TraceInRing>();

  get size(): number {
    return this.#traces.size;
  }

  find(traceId: string): CapturedTrace | undefined {
    // There are no others.
    return this.#traces.get(traceId) as CapturedTrace | undefined;
  }

  /** To be called while there is none of this id. */
  add(trace: TraceInRing): void {
    this.#traces.set(trace.traceId, trace);
  }

  remove(trace: TraceInRing): void {
    this.#traces.delete(trace.traceId);
  }
}
