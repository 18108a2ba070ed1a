import type { LabOperation } from './operations.ts';
import type { Trouble } from './trouble.ts';

/** One request of the simulated traffic. */
export interface LabRequest {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly operation: LabOperation;
  readonly millis: number;
  readonly isFailed: boolean;
  readonly isSlow: boolean;
  /** It carries a good mark. */
  readonly isMarked: boolean;
  /** The last 56 bits of its trace id, 14 hexadecimal digits. */
  readonly randomness: string;
  /** Whose failure or slowness this is. */
  readonly trouble: Trouble | undefined;
}
