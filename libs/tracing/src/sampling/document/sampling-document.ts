import type { BudgetLimits } from '../../capture/budget.ts';

/** What decides which traces of a process are kept, with every default filled in: what `parseSamplingDocument` returns. */
export interface SamplingDocument {
  /** `follow`: only roots decide, all others do what their caller decided. `ignore`: each span decides. */
  readonly parent: 'follow' | 'ignore';
  /** How many operations are told apart; all further ones share the windows and the buckets of one. */
  readonly operations: number;
  /** Of requests with a good mark; absent: marks count for nothing. */
  readonly forced: Limit | undefined;
  /** Of everything that is kept; absent: there is none. */
  readonly overall: Limit | undefined;
  /** How many are kept after the fact, by each process; absent: none. */
  readonly capture: BudgetLimits | undefined;
  readonly default: OperationPolicy;
  /** A call that takes longer is worth keeping after the fact, where no rule says another time. */
  readonly slowMillis: number;
  /** The first one that matches counts. */
  readonly rules: readonly SamplingRule[];
}

/** A token bucket: in any second at most `perSecond + burst`. */
export interface Limit {
  readonly perSecond: number;
  readonly burst: number;
}

export interface SamplingRule {
  /** For people. */
  readonly name: string;
  /** All that is there has to hold. */
  readonly match: Match;
  /** What the rule leaves open is as in `default`. */
  readonly policy: OperationPolicy;
  /**
   * As `slowMillis` of the document, for the server spans of these operations. When a call has ended nobody knows what its root
   * began with: it holds whatever `attributes` and `hours` say. Absent: the next rule that says one.
   */
  readonly slowMillis?: number | undefined;
}

export interface Match {
  /** `service.name` of the process. */
  readonly service?: string;
  /** The name of the root span: `POST /v1/orders`, `mesh.order.v1.OrderService/*`; `*` stands for any text. */
  readonly operation?: string;
  /** That the root span starts with. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  /** Of the process: `deployment.environment.name`. */
  readonly resource?: Readonly<Record<string, string>>;
  readonly hours?: Hours;
}

/** Times of a day, by the clock of a zone; `to` before `from` is over midnight. */
export interface Hours {
  /** `22:00` */
  readonly from: string;
  readonly to: string;
  /** Of the IANA: `Europe/Berlin`, `UTC`. */
  readonly timeZone: string;
}

export type OperationPolicy = { readonly kind: 'always' } | { readonly kind: 'never' } | RatioPolicy;

/** What each operation gets by itself. */
export interface RatioPolicy {
  readonly kind: 'ratio';
  /** 0 to 1. */
  readonly ratio: number;
  /** The first request of each window is kept. Windows are those of the clock: from k to k + 1 times the length. */
  readonly first: { readonly windowSeconds: number } | undefined;
  /** So many a second are kept, where so many come. */
  readonly floor: { readonly perSecond: number } | undefined;
  readonly ceiling: Limit | undefined;
  readonly boost: Boost | undefined;
}

/** A higher ratio while an operation fails, or is slow, more often than it did. */
export interface Boost {
  readonly ratio: number;
  readonly windowSeconds: number;
  /** Of one window. */
  readonly minFailures: number;
  /** Of the baseline's share. */
  readonly factor: number;
  /** From the end of the trouble to the plain ratio, a step a window. */
  readonly cooldownSeconds: number;
  /** A request that takes longer is slow. */
  readonly slowMillis: number;
}
