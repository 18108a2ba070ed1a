/** What one configuration did in one round. */
export interface Slot {
  /** User and system time of the three services, with what they still did afterwards. */
  readonly cpuMillis: number;
  /** How long the requests took. */
  readonly seconds: number;
}

/** The counted slots by the configuration's name, one a round. */
export type Slots = ReadonlyMap<string, readonly Slot[]>;
