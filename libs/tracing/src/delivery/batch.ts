/** One encoded request to the collector, and what it is worth. */
export interface Batch {
  readonly payload: Uint8Array;
  /** Spans, log records or sets of values in it. */
  readonly items: number;
  /** Has an error span, or a warning or error line: it goes last where not all can be kept. */
  readonly isImportant: boolean;
}
