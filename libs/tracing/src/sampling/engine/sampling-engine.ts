import type { SamplingDocument } from '../document/sampling-document.ts';

/** Which policy kept a trace: the attribute `sampling.reason` of its root. */
export type KeptBy = 'forced' | 'first' | 'floor' | 'boost' | 'ratio' | 'always';

/**
 * Which policy did not. `ceiling` and `overall` are the buckets: what they cut would have been kept otherwise. `ratio` and
 * `boost` are the randomness: it was below the threshold, which ceilings raise.
 */
export type DroppedBy = 'never' | 'ratio' | 'boost' | 'ceiling' | 'overall';

/** A span that begins a trace here, or that has to decide by itself. */
export interface Root {
  /** The name of the span. */
  readonly operation: string;
  /** That the span starts with. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** 14 hexadecimal digits: `rv` of tracestate, or the end of the trace id. */
  readonly randomness: string;
  /** It has a good mark. */
  readonly isForced: boolean;
}

/** The same object for all roots that are treated alike: to decide makes none. */
export type Verdict = Kept | Dropped;

export interface Kept {
  readonly isKept: true;
  readonly by: KeptBy;
  /** The chance that this root had before its randomness was looked at: 1 / probability is what it counts for. */
  readonly probability: number;
  /** `th` of tracestate, without the zeros at its end: `0` for probability 1. */
  readonly th: string;
  readonly operation: SampledOperation;
}

interface Dropped {
  readonly isKept: false;
  readonly by: DroppedBy;
  /** The chance that it had. */
  readonly probability: number;
  readonly operation: SampledOperation;
}

/** What the verdict belongs to, and where the root says how it ended. */
export interface SampledOperation {
  /** As configured, without boost and ceilings: 1 for `always`, 0 for `never`. */
  readonly ratio: number;
  /** `isFailed`: it, or something that it called, failed; a refusal is no failure. To be called once for each root. */
  ended(isFailed: boolean, millis: number, now: number): void;
}

/** All policies of one process. Knows nothing of OpenTelemetry; times are milliseconds since the epoch. */
export interface SamplingEngine {
  decide(root: Root, now: number): Verdict;
  /** From the next root on. Baselines and windows go on where they can. */
  configure(document: SamplingDocument): void;
  readonly tally: SamplingTally;
  /** What is in effect now, an entry for each operation that was seen. */
  operations(now: number): readonly OperationReport[];
}

/** Of all roots since the start. */
export interface SamplingTally {
  readonly kept: Readonly<Record<KeptBy, number>>;
  readonly dropped: Readonly<Record<DroppedBy, number>>;
  /** What `ceiling` and `overall` cut, scaled up: each by 1 / the probability that it would have been kept with. */
  readonly cutWeight: Readonly<Record<'ceiling' | 'overall', number>>;
}

export interface OperationReport {
  readonly operation: string;
  /** The name of the rule, or `default`. */
  readonly rule: string;
  /** Now, with boost and ceilings. */
  readonly ratio: number;
  readonly isBoosted: boolean;
  readonly kept: number;
  readonly dropped: number;
}

/** Of the process, for the rules. */
export interface EngineOptions {
  readonly document: SamplingDocument;
  readonly service: string;
  readonly resource: Readonly<Record<string, unknown>>;
}
