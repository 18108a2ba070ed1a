import type { Batch } from './batch.ts';
import type { LastWord } from './outcome.ts';

/** Encoded telemetry on its way to the collector: kept in order, bounded, tried again until it is taken. */
export interface Outbox {
  /** Takes one encoded request. Never waits and never throws. */
  push(batch: Batch): void;
  /** Whether a batch that is pushed now has to wait for another one. */
  isBusy(): boolean;
  /** The last attempt failed. */
  isFailing(): boolean;
  /** It fails, or more than one waits: what is worth most should then be apart from the rest. */
  isBehind(): boolean;
  addSource(source: BatchSource): void;
  load(): OutboxLoad;
  /**
   * Tries at once and often, until everything is delivered or given up, what its sources gather included. Never rejects.
   *
   * @param limit when it resolves, this does too, and the attempts go on as usual
   */
  drain(limit?: Promise<unknown>): Promise<void>;
  /** Ends all sending, the request under way included; what comes later is lost. What was not sent is for the caller to settle. */
  close(): Undelivered;
}

export interface Undelivered {
  readonly batches: readonly Batch[];
  settle(batch: Batch, word: LastWord): void;
}

/** Gathers what becomes batches. */
export interface BatchSource {
  /** Pushes what it has, whether it is due or not. */
  push(): void;
  /** Nothing is left to send: what is due may be pushed. */
  onIdle(): void;
}

export interface OutboxLoad {
  readonly items: number;
  readonly bytes: number;
  /** Items of the request that is under way. */
  readonly inFlight: number;
  readonly maxItems: number;
  readonly maxBytes: number;
}
