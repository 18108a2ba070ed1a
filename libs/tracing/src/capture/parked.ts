/** A span that has ended, or a line that was not written, for as long as nobody knows whether it will be wanted. */
export interface Parked {
  /**
   * Sends it after all. Never throws.
   *
   * @param reason `promoted:<trigger>`
   * @param lost how many of the trace had to go before, here
   */
  release(reason: string, lost: number): void;
}
