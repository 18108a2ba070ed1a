/** One way to decide which traces are kept. */
export interface LabPolicy {
  readonly name: string;
  readonly title: string;
  /** The document of the services as JSON. */
  readonly document: string;
  /** All that the document keeps goes to a collector, which decides once more when a trace is complete. */
  readonly isTail: boolean;
}
