/** Epoch milliseconds, both ends part of it. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}
