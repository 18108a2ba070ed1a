/** One request, and what has to become of it in a service that trusts its callers. */
export interface W3cCase {
  readonly name: string;
  /** In the order of the wire; a name may come several times. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The call that the service makes is part of the caller's trace, or of a new one. */
  readonly trace: 'kept' | 'new';
  /** The tracestate of that call; absent: none. */
  readonly state?: string;
}

export const TRACE_ID = '12345678901234567890123456789012';
export const PARENT_ID = '1234567890123456';
