import type { Outbox } from '../../delivery/outbox.ts';
import { decode, messages, text } from '../../testing/protobuf.ts';

export interface Collected extends Outbox {
  readonly requests: Uint8Array[];
  /** The names of the spans, request by request. */
  names(): string[][];
  /** Lets all that wait go. */
  deliver(): void;
}

/** An outbox from which nothing goes before it is told. */
export function collectRequests(): Collected {
  const requests: Uint8Array[] = [];
  let delivered = 0;
  return {
    requests,
    push: (request) => requests.push(request),
    size: () => requests.length - delivered,
    deliver: () => {
      delivered = requests.length;
    },
    drain: async () => {},
    close() {},
    names: () =>
      requests.map((request) =>
        messages(decode(Buffer.from(request)), 1)
          .flatMap((resourceSpans) => messages(resourceSpans, 2))
          .flatMap((scopeSpans) => messages(scopeSpans, 2))
          .map((span) => text(span, 5)),
      ),
  };
}
