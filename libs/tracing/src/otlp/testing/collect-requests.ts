import type { Batch } from '../../delivery/batch.ts';
import type { BatchSource, Outbox } from '../../delivery/outbox.ts';
import { decode, messages, text } from '../../testing/protobuf.ts';

export interface Collected extends Outbox {
  readonly requests: Uint8Array[];
  readonly batches: Batch[];
  /** The names of the spans, request by request. */
  names(): string[][];
  /** How delivery goes: whether requests wait, and whether too many do. */
  set(state: { busy: boolean; behind?: boolean }): void;
}

/** An outbox from which nothing goes. */
export function collectRequests(): Collected {
  const batches: Batch[] = [];
  const sources: BatchSource[] = [];
  const now = { busy: false, behind: false };
  return {
    batches,
    get requests() {
      return batches.map(({ payload }) => payload);
    },
    push: (batch) => batches.push(batch),
    isBusy: () => now.busy,
    isFailing: () => now.behind,
    isBehind: () => now.behind,
    addSource: (source) => sources.push(source),
    set(state) {
      Object.assign(now, state);
      if (!now.busy) for (const source of sources) source.onIdle();
    },
    load: () => ({ items: 0, bytes: 0, inFlight: 0, maxItems: Infinity, maxBytes: Infinity }),
    async drain() {
      for (const source of sources) source.push();
    },
    close: () => ({ batches: [], settle() {} }),
    names: () =>
      batches.map(({ payload }) =>
        messages(decode(Buffer.from(payload)), 1)
          .flatMap((resourceSpans) => messages(resourceSpans, 2))
          .flatMap((scopeSpans) => messages(scopeSpans, 2))
          .map((span) => text(span, 5)),
      ),
  };
}
