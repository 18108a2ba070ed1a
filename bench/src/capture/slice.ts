/** A while in which capture was on, or off. */
export interface Slice {
  readonly isOn: boolean;
  /** User and system time of the three services for one request. */
  readonly cpuMillis: number;
  readonly requests: number;
  readonly seconds: number;
}
