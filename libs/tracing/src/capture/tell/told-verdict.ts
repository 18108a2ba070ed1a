import type { HeardVerdict } from '../verdict-text.ts';

/** What became of a trace, as one process tells it to another. */
export interface ToldVerdict extends HeardVerdict {
  /** 32 hex digits. */
  readonly traceId: string;
}
