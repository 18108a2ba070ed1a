/** What a call may cost; whatever works for it stops when `signal` aborts. */
export interface Scope {
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly deadline: number;
}
