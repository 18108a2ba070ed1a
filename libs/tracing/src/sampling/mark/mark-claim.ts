/** What a mark comes with. A mark for one is none for another. */
export type Carrier = 'http' | 'grpc' | 'tcp';

/** What its owner may sign with. */
export interface MarkKey {
  /** 1 to 32 letters, digits, `_` and `-`; travels with each mark. */
  readonly id: string;
  /** 32 characters or more. */
  readonly secret: string;
}

/** What a mark is for: one root. */
export interface MarkClaim {
  readonly carrier: Carrier;
  /** The name of the root span. */
  readonly operation: string;
}
