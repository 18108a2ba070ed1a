import type { Batch } from './batch.ts';
import { type BatchQueue, createBatchQueue } from './batch-queue.ts';
import { createBooks } from './books.ts';
import { createCourier } from './courier.ts';
import type { Ledger } from './ledger.ts';
import type { BatchSource, Outbox, OutboxLoad } from './outbox.ts';
import type { Send } from './outcome.ts';
import { createTroubleLog } from './trouble-log.ts';

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
  const sources: BatchSource[] = [];
  let delivering: Promise<void> | undefined;
  let underWay: Batch | undefined;
  let isClosed = false;

  async function deliverAll(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      underWay = next;
      const final = await courier.deliver(next.payload);
      underWay = undefined;
      if (final) books.settled(next, final);
      if (waiting.items === 0) for (const source of sources) source.onIdle();
    }
    delivering = undefined;
  }

  return {
    isBusy: () => underWay !== undefined || waiting.items > 0,
    isFailing: courier.isFailing,
    isBehind: () => courier.isFailing() || waiting.items > 0,
    addSource: (source) => sources.push(source),
    load: () => loadOf(waiting, underWay, { maxItems, maxBytes }),
    push(batch) {
      if (isClosed) return books.settled(batch, { kind: 'unsent' });
      for (const dropped of waiting.push(batch)) books.overflowed(dropped);
      // A turn later, so that it cannot end before it is noted as begun.
      delivering ??= Promise.resolve().then(deliverAll);
    },
    async drain(limit = new Promise(() => {})) {
      for (const source of sources) source.push();
      courier.hurry(true);
      await Promise.race([delivering, limit]);
      courier.hurry(false);
    },
    close() {
      for (const source of sources) source.push();
      isClosed = true;
      const isSent = underWay && courier.isOpen();
      if (underWay && isSent) books.settled(underWay, { kind: 'unanswered' });
      const batches = [...(underWay && !isSent ? [underWay] : []), ...waiting.clear()];
      underWay = undefined;
      courier.stop();
      return { batches, settle: books.settled };
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
