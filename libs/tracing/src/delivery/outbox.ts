import { setTimeout as pause } from 'node:timers/promises';
import { createByteQueue } from './byte-queue.ts';
import { createTroubleLog } from './trouble-log.ts';

/** What became of one request to the collector. */
export type Outcome =
  | { readonly kind: 'taken' }
  /** The collector will never take it: sending it again is of no use. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It may take it later. */
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterMs?: number };

/** Never rejects. */
export type Send = (payload: Uint8Array, signal: AbortSignal) => Promise<Outcome>;

/** Encoded telemetry on its way to the collector: kept in order, bounded, tried again until it is taken. */
export interface Outbox {
  /** Requests that wait or are under way: the last ones that were pushed. */
  size(): number;
  /** Takes one encoded request. Never waits and never throws. */
  push(payload: Uint8Array): void;
  /** Tries at once and often, until everything is delivered or given up. Never rejects. */
  drain(): Promise<void>;
  /** Gives up what is left, the request under way included. */
  close(): void;
}

export interface OutboxOptions {
  readonly send: Send;
  /** Called with a sentence when delivery starts to fail, for another reason, or works again. */
  readonly report: (sentence: string) => void;
  /** Bytes that may wait; then the oldest go first, since the newest tell most about an outage. Default 16 MiB. */
  readonly maxBytes?: number;
}

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;

/**
 * Nothing in here keeps the event loop alive, and that is why it exists: the SDK's exporter holds a process
 * that wants to end for up to 10 s, by timers and sockets that it does not give away.
 */
export function createOutbox({ send, report, maxBytes = 16 * 1024 * 1024 }: OutboxOptions): Outbox {
  const closing = new AbortController();
  const waiting = createByteQueue(maxBytes);
  const trouble = createTroubleLog(report);
  let wake = new AbortController();
  let draining = false;
  let delivering: Promise<void> | undefined;
  let underWay = 0;

  async function deliverAll(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      underWay = 1;
      await deliver(next);
      underWay = 0;
    }
    delivering = undefined;
  }

  async function deliver(payload: Uint8Array): Promise<void> {
    for (let retry = 0; ; retry++) {
      const outcome = await send(payload, closing.signal);
      if (outcome.kind === 'taken') return trouble.over();
      if (closing.signal.aborted) return trouble.lost(payload.byteLength, 'the process ends');
      if (outcome.kind === 'refused') return trouble.lost(payload.byteLength, outcome.reason);
      trouble.waits(outcome.reason);
      await waitBeforeRetry(
        draining ? FIRST_RETRY_MS : (outcome.retryAfterMs ?? FIRST_RETRY_MS * 2 ** retry),
      );
    }
  }

  async function waitBeforeRetry(ms: number): Promise<void> {
    wake = new AbortController();
    await pause(Math.min(ms, LAST_RETRY_MS), undefined, { ref: false, signal: wake.signal }).catch(() => {});
  }

  return {
    size: () => waiting.size() + underWay,
    push(payload) {
      for (const dropped of waiting.push(payload)) trouble.lost(dropped.byteLength, 'too much waits');
      // A turn later, so that it cannot end before it is noted as begun.
      delivering ??= Promise.resolve().then(deliverAll);
    },
    async drain() {
      draining = true;
      wake.abort();
      await delivering;
      draining = false;
    },
    close() {
      for (const dropped of waiting.clear()) trouble.lost(dropped.byteLength, 'the process ends');
      closing.abort();
      wake.abort();
    },
  };
}
