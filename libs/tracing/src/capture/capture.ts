import { CAPTURE_LIMITS } from '../sampling/document/capture-defaults.ts';
import { Budget, type BudgetLimits } from './budget.ts';
import type { CaptureParts, Teller } from './capture-parts.ts';
import { CaptureTally } from './capture-tally.ts';
import { CapturedTrace } from './captured-trace.ts';
import { Patience } from './patience.ts';
import { Ring } from './ring.ts';
import { TraceTable } from './trace-table.ts';
import type { HeardVerdict } from './verdict-text.ts';

/** What may change while the process runs. */
export interface CaptureSettings {
  /** Undefined: nothing is parked any more. What is parked stays until its time is over. */
  readonly limits: BudgetLimits | undefined;
  /** Ms that a call of this operation may take; by the name of its span. */
  readonly slowMillisOf: (operation: string) => number;
}

export interface CaptureOptions extends CaptureSettings {
  readonly maxBytes: number;
  readonly maxMillis: number;
  readonly teller: Teller;
  /** Default: a new one. */
  readonly tally?: CaptureTally;
}

/** Plain JSON. */
export interface CaptureReport {
  /** Of what is parked now. */
  readonly bytes: number;
  readonly traces: number;
  readonly tally: CaptureTally;
}

/** How often what is too old is looked for. */
const TURN_MS = 250;

/** Retroactive capture in one process: see docs/capture.md. */
export class Capture {
  /** False: no request that begins is parked. */
  isOn = false;
  slowMillisOf: (operation: string) => number;
  readonly #parts: CaptureParts;
  readonly #timer: NodeJS.Timeout;

  constructor(options: CaptureOptions) {
    this.slowMillisOf = options.slowMillisOf;
    this.isOn = options.limits !== undefined;
    this.#parts = {
      ring: new Ring(options.maxBytes, options.maxMillis),
      table: new TraceTable(),
      budget: new Budget(options.limits ?? CAPTURE_LIMITS),
      teller: options.teller,
      tally: options.tally ?? new CaptureTally(),
      patience: new Patience(),
      now: () => performance.now(),
    };
    const { ring } = this.#parts;
    ring.turn(performance.now());
    this.#timer = setInterval(() => ring.turn(performance.now()), TURN_MS).unref();
  }

  /** To be called for the first span of a request. @returns undefined while it is off */
  begin(traceId: string): CapturedTrace | undefined {
    if (!this.isOn) return undefined;
    return this.#parts.table.find(traceId) ?? new CapturedTrace(traceId, this.#parts);
  }

  /** What a process of the mesh tells. */
  told(traceId: string, { verdict, level }: HeardVerdict): void {
    const { table, budget, tally, now } = this.#parts;
    const trace = table.find(traceId);
    if (trace) trace.hear(verdict, level);
    else {
      budget.hear(level, now());
      tally.missed();
    }
  }

  /** The addresses that calls have gone to of late. */
  peers(): readonly string[] {
    return this.#parts.teller.peers();
  }

  /** From the next request on, and from the next trigger. */
  configure({ limits, slowMillisOf }: CaptureSettings): void {
    this.isOn = limits !== undefined;
    this.slowMillisOf = slowMillisOf;
    if (limits) this.#parts.budget.limit(limits);
  }

  get tally(): CaptureTally {
    return this.#parts.tally;
  }

  /** Of what is parked now. */
  get bytes(): number {
    return this.#parts.ring.bytes;
  }

  get traces(): number {
    return this.#parts.table.size;
  }

  report(): CaptureReport {
    return { bytes: this.bytes, traces: this.traces, tally: this.tally };
  }

  /** Parks nothing more. @returns when the others know what is kept */
  async stop(): Promise<void> {
    this.isOn = false;
    clearInterval(this.#timer);
    this.#parts.patience.end();
    await this.#parts.teller.end();
  }
}
