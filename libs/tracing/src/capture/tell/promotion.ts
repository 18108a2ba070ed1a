import type { Trigger } from '../trigger.ts';

/** That a trace is kept, as one process tells it to another. */
export interface Promotion {
  /** 32 hex digits. */
  readonly traceId: string;
  readonly trigger: Trigger;
  /** The highest level of a safety cap that it has met on its way. */
  readonly level: number;
}
