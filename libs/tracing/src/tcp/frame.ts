/**
 * One message of the TCP protocol, version 1. All numbers are unsigned, the highest byte first.
 *
 * | offset | bytes | content |
 * |---|---|---|
 * | 0 | 4 | `4d 54 43 50`, "MTCP" |
 * | 4 | 1 | version: 1 |
 * | 5 | 1 | kind: 1 request, 2 answer, 3 failure |
 * | 6 | 2 | H, length of the header |
 * | 8 | 4 | B, length of the body |
 * | 12 | H | header: pairs, one after the other |
 * | 12 + H | B | body: whatever the operation means by it |
 *
 * A pair is 1 byte N (not 0), N bytes of name (`a-z`, `0-9`, `-`), 2 bytes V, V bytes of value (printable ASCII). No
 * name comes twice, and the last pair ends where the header ends.
 */
export interface Frame {
  readonly kind: FrameKind;
  readonly pairs: Pairs;
  readonly body: Buffer;
}

export type FrameKind = 'request' | 'answer' | 'failure';

/**
 * Of a request: `operation`, and what carries the trace (`traceparent`, `tracestate`, `trace-id`, `baggage`). Of a
 * failure: `reason`. Pairs that nobody knows are passed over.
 */
export type Pairs = Readonly<Record<string, string>>;

export const MAGIC = 0x4d54_4350;
export const VERSION = 1;
export const PRELUDE_BYTES = 12;
/** Each at its number on the wire. */
export const KINDS: readonly (FrameKind | undefined)[] = [undefined, 'request', 'answer', 'failure'];
export const NAME = /^[a-z0-9-]{1,255}$/;
export const VALUE = /^[\x20-\x7e]*$/;
