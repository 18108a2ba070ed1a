import type { Budget } from './budget.ts';
import type { CaptureTally } from './capture-tally.ts';
import type { JudgedTrace } from './judged-trace.ts';
import type { Patience } from './patience.ts';
import type { Ring } from './ring.ts';
import type { TraceTable } from './trace-table.ts';

/** Tells other processes of the mesh what becomes of a trace, and knows who they are. */
export interface Teller {
  /** A call went to that address. */
  saw(peer: string): void;
  /** The addresses that calls have gone to of late. */
  peers(): readonly string[];
  /** Those that calls of the peer have gone to of late, as far as it has said so: if it is gone, nobody else can. */
  beyond(peer: string): readonly string[];
  /** Within 200 ms. Never throws, and never waits. @param peer the address of a connection: `127.0.0.1:50052`, `[::1]:50052` */
  tell(peer: string, trace: JudgedTrace): void;
  /** Tells what is yet to be told, within 200 ms, and nothing after it. Never rejects. */
  end(): Promise<void>;
}

/** What all traces of a process share. */
export interface CaptureParts {
  readonly ring: Ring;
  readonly table: TraceTable;
  readonly budget: Budget;
  readonly teller: Teller;
  readonly tally: CaptureTally;
  readonly patience: Pick<Patience, 'wait' | 'end'>;
  /** Monotonic, ms. */
  readonly now: () => number;
}
