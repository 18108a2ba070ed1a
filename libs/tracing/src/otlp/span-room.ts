import { diag } from '@opentelemetry/api';
import type { Outbox } from '../delivery/outbox.ts';

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
  const requests: number[] = [];
  let waiting = 0;
  let lost = 0;

  function lose(): boolean {
    if (lost === 0) diag.warn(`spans are lost: ${maxSpans} wait already`);
    lost++;
    return false;
  }

  return {
    hasPlace(batched) {
      while (requests.length > outbox.size()) waiting -= requests.shift() ?? 0;
      if (waiting + batched >= maxSpans) return lose();
      if (lost > 0) diag.warn(`there is room for spans again; ${lost} were lost`);
      lost = 0;
      return true;
    },
    sent(spans) {
      requests.push(spans);
      waiting += spans;
    },
  };
}
