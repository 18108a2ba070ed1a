/**
 * Why something will never arrive: too much waited, the collector refused it, the process ended first, a span had not
 * ended when the process did, or it could not be encoded.
 */
export type DropReason = 'queue_full' | 'rejected' | 'shutdown' | 'never_ended' | 'unencodable';

/** `started = exported + all of dropped + unknown + waiting`, at any time. */
export interface Totals {
  /** Sampled spans, or lines that were given to OTLP. */
  readonly started: number;
  /** Spans that have not ended. A part of `waiting`. */
  readonly live: number;
  readonly exported: number;
  /** Has the reasons that there were. */
  readonly dropped: Partial<Record<DropReason, number>>;
  /** Sent, and the process ended before an answer came. */
  readonly unknown: number;
  readonly waiting: number;
}

/** What became of each span, or of each line. */
export interface Ledger {
  started(count?: number): void;
  /** It waits for its delivery from now on: a span that ended, a line at once. */
  ended(count?: number): void;
  exported(count: number): void;
  dropped(reason: DropReason, count: number): void;
  unknown(count: number): void;
  totals(): Totals;
}

export function createLedger(): Ledger {
  const dropped: Partial<Record<DropReason, number>> = {};
  let started = 0;
  let ended = 0;
  let exported = 0;
  let unknown = 0;
  let lost = 0;
  return {
    started(count = 1) {
      started += count;
    },
    ended(count = 1) {
      ended += count;
    },
    exported(count) {
      exported += count;
    },
    dropped(reason, count) {
      if (count === 0) return;
      dropped[reason] = (dropped[reason] ?? 0) + count;
      lost += count;
    },
    unknown(count) {
      unknown += count;
    },
    totals: () => ({
      started,
      live: started - ended,
      exported,
      dropped: { ...dropped },
      unknown,
      waiting: started - exported - lost - unknown,
    }),
  };
}
