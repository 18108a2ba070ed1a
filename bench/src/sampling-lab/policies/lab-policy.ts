/**
 * What becomes of a trace when it is complete. `tail`: all that the document keeps goes to a collector, which decides once
 * more; `capture`: what the document does not keep is parked in the services, and what failed or was slow is kept after all.
 */
export type After = 'nothing' | 'tail' | 'capture';

/** One way to decide which traces are kept. */
export interface LabPolicy {
  readonly name: string;
  readonly title: string;
  /** The document of the services as JSON. */
  readonly document: string;
  readonly after: After;
}
