import type { Configuration } from '../configuration.ts';

/** The three services in one configuration, and the client that loads them. */
export interface Mesh extends AsyncDisposable {
  readonly configuration: Configuration;
  /** Places one order. Rejects unless it is confirmed. */
  place(): Promise<void>;
  /** How many orders were placed so far. */
  readonly placed: () => number;
  /** How many lines the services wrote so far. */
  readonly lines: () => number;
  /** What the services have cost so far, user and system time in milliseconds. */
  cpuMillis(): Promise<number>;
}
