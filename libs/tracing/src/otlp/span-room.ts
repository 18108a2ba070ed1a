import { diag } from '@opentelemetry/api';
import type { Outbox } from '../outbox.ts';

/** Holds the spans that wait to a number, for whoever wants that beside the outbox's limit in bytes. */
export interface SpanRoom {
  /**
   * Whether one more may wait. What has no place is lost: it is told once, and the number when there is room again.
   * @param batched spans that are not in the outbox yet
   */
  hasPlace(batched: number): boolean;
  /** A request of so many spans went into the outbox. */
  sent(spans: number): void;
}

export function createSpanRoom(outbox: Outbox, maxSpans: number): SpanRoom {
  /** Spans of each request, the newest last; the outbox says how many of them still wait. */
  let requests: number[] = [];
  let lost = 0;

  function lose(): boolean {
    if (lost === 0) diag.warn(`spans are lost: ${maxSpans} wait already`);
    lost++;
    return false;
  }

  return {
    hasPlace(batched) {
      requests = requests.slice(Math.max(0, requests.length - outbox.size()));
      const waiting = requests.reduce((sum, spans) => sum + spans, batched);
      if (waiting >= maxSpans) return lose();
      if (lost > 0) diag.warn(`there is room for spans again; ${lost} were lost`);
      lost = 0;
      return true;
    },
    sent: (spans) => requests.push(spans),
  };
}
