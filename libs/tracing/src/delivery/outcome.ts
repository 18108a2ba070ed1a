/** The last word of the collector on a request. */
export type Final =
  /** Perhaps not on all of it: `rejected` items are lost, for this reason. */
  | { readonly kind: 'taken'; readonly rejected?: number; readonly reason?: string }
  /** It will never take it: sending it again is of no use. */
  | { readonly kind: 'refused'; readonly reason: string };

/** It may take the request later. Without an answer it may even have taken it. */
export interface Failed {
  readonly kind: 'failed';
  readonly reason: string;
  readonly wasAnswered: boolean;
  readonly retryAfterMs?: number;
}

export type Outcome = Final | Failed;

/** What is known of a request when the process ends: it may also have got no answer, or never have been on a connection. */
export type LastWord = Final | { readonly kind: 'unanswered' | 'unsent' };

/**
 * One attempt. Never rejects; sends the same bytes each time that it is called with the same payload.
 *
 * @param onSent called when the request has a connection: from then on the collector may take it
 */
export type Send = (payload: Uint8Array, signal: AbortSignal, onSent: () => void) => Promise<Outcome>;
