import type { TraceFacts } from '../trace-facts.ts';

/** One thing that makes the telemetry of an order whole. */
export interface TelemetryRule {
  /** Stable: programs may look for it. */
  readonly name: string;
  readonly sentence: string;
  /** As what it is counted where it does not hold. */
  readonly counts: 'missing' | 'duplicates' | 'orphans';
  readonly of: 'spans' | 'lines';
  /** What is wrong, a sentence without its dot for each span or line. */
  readonly find: (facts: TraceFacts) => readonly string[];
}
