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
  readonly spans: number;
  readonly lines: number;
  /** Traces whose order was confirmed by another request: Reserve and Commit are not asked for there. */
  readonly finishedElsewhere: number;
}
