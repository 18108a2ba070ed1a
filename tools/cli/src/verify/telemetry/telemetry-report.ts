import type { Finding } from '../finding.ts';
import type { Window } from './window.ts';

/** How much was looked at, and what stayed missing, duplicate or orphan. */
export interface TelemetryReport {
  readonly window: Window;
  readonly checked: Checked;
  readonly findings: readonly Finding[];
}

export interface Checked {
  readonly orders: number;
  readonly traces: number;
  /** Of these, without a span because they were not kept: only their lines are checked. */
  readonly unsampled: number;
  readonly spans: number;
  readonly lines: number;
  /** Orders that another request confirmed than the one that created them: their steps are in its trace. */
  readonly finishedElsewhere: number;
}
