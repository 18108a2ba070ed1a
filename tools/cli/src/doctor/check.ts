/** What was looked at, and how it is. */
export interface Check {
  /** A word or two: what scripts know it by. */
  readonly name: string;
  readonly ok: boolean;
  /** One sentence; where it is not ok, with the cure after a colon. */
  readonly sentence: string;
}
