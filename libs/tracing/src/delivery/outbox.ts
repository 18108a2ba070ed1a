import type { Batch } from './batch.ts';
import { type BatchQueue, createBatchQueue } from './batch-queue.ts';
import { createBooks } from './books.ts';
import { createCourier } from './courier.ts';
import type { Ledger } from './ledger.ts';
import type { Send } from './outcome.ts';
import { createTroubleLog } from './trouble-log.ts';

/** Encoded telemetry on its way to the collector: kept in order, bounded, tried again until it is taken. */
export interface Outbox {
  /** Takes one encoded request. Never waits and never throws. */
  push(batch: Batch): void;
  /** Whether a batch that is pushed now has to wait for another one. */
  isBusy(): boolean;
  /** Whether more than one waits, or one is tried again: what is worth most should then be apart from the rest. */
  isBehind(): boolean;
  /** @param listener called each time that the last batch is delivered; may push */
  onIdle(listener: () => void): void;
  load(): OutboxLoad;
  /** Tries at once and often, until everything is delivered or given up. Never rejects. */
  drain(): Promise<void>;
  /** Gives up what is left, the request under way included, and what comes later. */
  close(): void;
}

export interface OutboxLoad {
  readonly items: number;
  readonly bytes: number;
  /** Items of the request that is under way. */
  readonly inFlight: number;
  readonly maxItems: number;
  readonly maxBytes: number;
}

export interface OutboxOptions {
  readonly send: Send;
  readonly ledger: Ledger;
  /** Of what it sends; plural: `spans`. */
  readonly what: string;
  /** Called with a sentence when delivery starts to fail, for another reason, or works again. */
  readonly report: (sentence: string) => void;
  /** Bytes that may wait beside the request under way. Default 16 MiB. */
  readonly maxBytes?: number;
  /** Items that may wait beside the request under way. Default: no limit but that of the bytes. */
  readonly maxItems?: number;
}

const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

/**
 * One request at a time: a collector that comes back is not overrun, and order is kept. Nothing in here keeps the event
 * loop alive, and that is why it exists: the SDK's exporter holds a process that wants to end for up to 10 s, by timers
 * and sockets that it does not give away.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { send, ledger, what, report, maxBytes = DEFAULT_MAX_BYTES, maxItems = Infinity } = options;
  const waiting = createBatchQueue(maxBytes, maxItems);
  const books = createBooks(ledger, createTroubleLog(what, report));
  const courier = createCourier(send, books.failed);
  const idleListeners: (() => void)[] = [];
  let delivering: Promise<void> | undefined;
  let underWay: Batch | undefined;
  let isClosed = false;

  async function deliverAll(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      underWay = next;
      const final = await courier.deliver(next.payload);
      underWay = undefined;
      if (final) books.settled(next, final);
      if (waiting.items === 0) for (const listener of idleListeners) listener();
    }
    delivering = undefined;
  }

  return {
    isBusy: () => underWay !== undefined || waiting.items > 0,
    isBehind: () => courier.isFailing() || waiting.items > 0,
    onIdle: (listener) => idleListeners.push(listener),
    load: () => loadOf(waiting, underWay, { maxItems, maxBytes }),
    push(batch) {
      if (isClosed) return books.lost('shutdown', [batch]);
      books.lost('queue_full', waiting.push(batch));
      // A turn later, so that it cannot end before it is noted as begun.
      delivering ??= Promise.resolve().then(deliverAll);
    },
    async drain() {
      courier.hurry(true);
      await delivering;
      courier.hurry(false);
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      books.lost('shutdown', waiting.clear());
      if (underWay && courier.isOpen()) books.unknown(underWay);
      else if (underWay) books.lost('shutdown', [underWay]);
      courier.stop();
    },
  };
}

function loadOf(
  { items, bytes }: BatchQueue,
  underWay: Batch | undefined,
  limits: Pick<OutboxLoad, 'maxItems' | 'maxBytes'>,
): OutboxLoad {
  return { items, bytes, inFlight: underWay?.items ?? 0, ...limits };
}
