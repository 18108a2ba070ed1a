/** What one call may cost. Whatever works for the call stops when `signal` aborts. */
export interface Scope {
  /** Aborts when the caller cancels, when the deadline passes, or when the server is forced to stop. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds; every call that is made for this one must end before it. */
  readonly deadline: number;
  /** What is to go wrong on purpose in the calls that are made for this one: the value of `mesh-faults`. */
  readonly faults?: string | undefined;
}
