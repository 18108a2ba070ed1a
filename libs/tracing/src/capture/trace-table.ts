import type { CapturedTrace } from './captured-trace.ts';

/** The traces that have a place in the ring, by their ids. */
export class TraceTable {
  readonly #traces = new Map<string, CapturedTrace>();

  get size(): number {
    return this.#traces.size;
  }

  find(traceId: string): CapturedTrace | undefined {
    return this.#traces.get(traceId);
  }

  /** Of two with the same id, as when one comes back after it had to go, the later one is found. */
  add(trace: CapturedTrace): void {
    this.#traces.set(trace.traceId, trace);
  }

  remove(trace: CapturedTrace): void {
    if (this.#traces.get(trace.traceId) === trace) this.#traces.delete(trace.traceId);
  }
}
