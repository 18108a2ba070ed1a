import { diag } from '@opentelemetry/api';
import type { Ledger } from '../delivery/ledger.ts';
import type { Outbox } from '../delivery/outbox.ts';
import type { ItemBatch } from './item-batch.ts';

/** Where spans go when they have ended, and lines when they are written. */
export interface Sink<Item> {
  /** Takes what the ledger knows as started. Never throws. */
  take(item: Item): void;
  /** Resolves when all that was taken is delivered or given up; never rejects. */
  flush(): Promise<void>;
}

export interface SinkOptions<Item> {
  /** Called for one batch, and for a second one when delivery is behind. */
  readonly createBatch: () => ItemBatch<Item>;
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  /** Items of one request; then it goes without waiting. */
  readonly maxBatchItems: number;
  /** The longest that an item waits for others while the outbox is idle. */
  readonly delayMillis: number;
  readonly isImportant: (item: Item) => boolean;
}

/** Far below what a collector takes at once, whatever is in the items. */
const MAX_BATCH_BYTES = 1024 * 1024;

/**
 * Encodes each item at once, straight into the request that it will be sent in: between its end and the outbox there is
 * neither a queue of objects nor a copy of them. Nothing in here keeps the process alive.
 *
 * While the collector is slower than the service the requests grow instead of becoming more: one that is not full waits
 * until the outbox has nothing else to send. What is important shares its request with the rest, and gets one of its own
 * only when delivery is behind: then it may be a question of what is kept.
 */
export function createSink<Item>(options: SinkOptions<Item>): Sink<Item> {
  const { createBatch, outbox, ledger, maxBatchItems, delayMillis, isImportant } = options;
  const mixed = createPart(createBatch(), outbox);
  let apart: Part<Item> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isDue = false;

  function push(): void {
    clearTimeout(timer);
    timer = undefined;
    isDue = false;
    apart?.push();
    mixed.push();
  }

  function onTime(): void {
    timer = undefined;
    if (outbox.isBusy()) isDue = true;
    else push();
  }

  outbox.addSource({
    push,
    onIdle() {
      if (isDue) push();
    },
  });

  return {
    take(item) {
      const important = isImportant(item);
      if (important && outbox.isBehind()) apart ??= createPart(createBatch(), outbox);
      const part = important && apart && outbox.isBehind() ? apart : mixed;
      ledger.ended();
      if (!part.add(item, important)) ledger.dropped('unencodable', 1);
      if (part.batch.items >= maxBatchItems || part.batch.bytes >= MAX_BATCH_BYTES) part.push();
      else if (!isDue) timer ??= setTimeout(onTime, delayMillis).unref();
    },
    flush: () => outbox.drain(),
  };
}

interface Part<Item> {
  readonly batch: ItemBatch<Item>;
  /** @returns whether it could be encoded */
  add(item: Item, isImportant: boolean): boolean;
  push(): void;
}

function createPart<Item>(batch: ItemBatch<Item>, outbox: Outbox): Part<Item> {
  let hasImportant = false;
  return {
    batch,
    add(item, isImportant) {
      try {
        batch.add(item);
        hasImportant ||= isImportant;
        return true;
      } catch (error) {
        diag.error('A span or a line cannot be encoded and is lost.', error);
        return false;
      }
    },
    push() {
      if (batch.items === 0) return;
      outbox.push({ items: batch.items, isImportant: hasImportant, payload: batch.take() });
      hasImportant = false;
    },
  };
}
