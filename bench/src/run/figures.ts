/** What one configuration did in one round. */
export interface Figures {
  /** User and system time of the three services, with what they still did afterwards. */
  readonly cpuMillis: number;
  /** How long the requests took. */
  readonly seconds: number;
}

/** The figures of each counted round, by the configuration's name. */
export type Rounds = ReadonlyMap<string, readonly Figures[]>;
