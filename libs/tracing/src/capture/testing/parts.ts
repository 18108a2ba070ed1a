import type { BudgetLimits } from '../budget.ts';
import { Budget } from '../budget.ts';
import type { CaptureParts, Teller } from '../capture-parts.ts';
import { CaptureTally } from '../capture-tally.ts';
import { CapturedTrace } from '../captured-trace.ts';
import { Patience } from '../patience.ts';
import { Ring } from '../ring.ts';
import { TraceTable } from '../trace-table.ts';
import { quietTeller } from './quiet-teller.ts';

/** What a trace of a process needs, with a clock that stands still. */
export interface TestParts extends CaptureParts {
  /** Monotonic, ms. */
  at: number;
  /** Who was told of which trace, at which level: `127.0.0.1:1 4bf9…`, `… ;2`. */
  readonly told: string[];
  /** What went out: `a promoted:slow`, and behind it how much of the trace was lost before. */
  readonly sent: string[];
  begin(traceId: string): CapturedTrace;
  /** Something that says its name when it goes out. */
  park(trace: CapturedTrace, name: string, bytes?: number): void;
}

const LIMITS: BudgetLimits = { perSecond: 10, burst: 50, ceilingPerSecond: 100 };

interface TestOptions {
  readonly maxBytes?: number;
  readonly maxMillis?: number;
  readonly limits?: BudgetLimits;
  readonly tell?: Teller['tell'];
  readonly patience?: Pick<Patience, 'wait' | 'end'>;
}

export function testParts(options: TestOptions = {}): TestParts {
  const { maxBytes = 1e6, maxMillis = 30_000, limits = LIMITS } = options;
  const told: string[] = [];
  const sent: string[] = [];
  const parts: TestParts = {
    ring: new Ring(maxBytes, maxMillis),
    table: new TraceTable(),
    budget: new Budget(limits),
    tally: new CaptureTally(),
    teller: quietTeller(
      options.tell ??
        ((peer, { traceId, level, verdict }) =>
          void told.push(
            `${peer} ${traceId}${level > 0 ? ` ;${level}` : ''}${verdict === 'refused' ? ' refused' : ''}`,
          )),
    ),
    patience: options.patience ?? new Patience(),
    now: () => parts.at,
    at: 0,
    told,
    sent,
    begin: (traceId) => parts.table.find(traceId) ?? new CapturedTrace(traceId, parts),
    park: (trace, name, bytes = 1000) =>
      trace.park(
        { release: (reason, lost) => void sent.push(`${name} ${reason}${lost > 0 ? ` ${lost}` : ''}`) },
        bytes,
      ),
  };
  return parts;
}
