import { diag } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { Outbox } from '../delivery/outbox.ts';
import type { SpanSink } from '../span/span-scope.ts';
import { createSpanBatch } from './span-batch.ts';
import { createSpanRoom } from './span-room.ts';

export interface SpanSinkOptions {
  readonly resource: Resource;
  readonly outbox: Outbox;
  /** Spans of one request; then it goes without waiting. */
  readonly maxBatchSpans: number;
  /** The longest that a span waits for others. */
  readonly delayMillis: number;
  /** Spans that may wait, here and in the outbox; more are lost. Default: the bytes of the outbox alone set a limit. */
  readonly maxWaitingSpans?: number;
}

/** Far below what a collector takes at once, whatever is in the spans. */
const MAX_BATCH_BYTES = 1024 * 1024;

/**
 * Encodes each span when it ends, straight into the request that it will be sent in: between its end and the outbox
 * there is neither a queue of objects nor a copy of them. Nothing in here keeps the process alive.
 */
export function createSpanSink(options: SpanSinkOptions): SpanSink {
  const { resource, outbox, maxBatchSpans, delayMillis, maxWaitingSpans } = options;
  const batch = createSpanBatch(resource);
  const room = maxWaitingSpans === undefined ? undefined : createSpanRoom(outbox, maxWaitingSpans);
  let timer: NodeJS.Timeout | undefined;

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    if (batch.spans === 0) return;
    room?.sent(batch.spans);
    outbox.push(batch.take());
  }

  return {
    take(span) {
      if (room?.hasPlace(batch.spans) === false) return;
      try {
        batch.add(span);
      } catch (error) {
        diag.error(`The span ${span.name} cannot be encoded and is lost.`, error);
      }
      if (batch.spans >= maxBatchSpans || batch.bytes >= MAX_BATCH_BYTES) send();
      else timer ??= setTimeout(send, delayMillis).unref();
    },
    async flush() {
      send();
      await outbox.drain();
    },
  };
}
