import type { Budget } from './budget.ts';
import type { CaptureTally } from './capture-tally.ts';
import type { CapturedTrace } from './captured-trace.ts';
import type { Ring } from './ring.ts';
import type { TraceTable } from './trace-table.ts';

/** Tells other processes of the mesh that a trace is kept. */
export interface Teller {
  /** Within 200 ms. Never throws, and never waits. @param peer the address of a connection: `127.0.0.1:50052`, `[::1]:50052` */
  tell(peer: string, trace: CapturedTrace): void;
  /** Tells what is yet to be told, within 200 ms, and nothing after it; absent where nothing waits. Never rejects. */
  end?(): Promise<void>;
}

/** What all traces of a process share. */
export interface CaptureParts {
  readonly ring: Ring;
  readonly table: TraceTable;
  readonly budget: Budget;
  readonly teller: Teller;
  readonly tally: CaptureTally;
  /** Monotonic, ms. */
  readonly now: () => number;
}
