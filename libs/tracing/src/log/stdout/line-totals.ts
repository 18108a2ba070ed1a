/** What became of the lines that were given to a writer. */
export interface LineTotals {
  readonly written: number;
  readonly dropped: number;
  readonly waiting: number;
}
