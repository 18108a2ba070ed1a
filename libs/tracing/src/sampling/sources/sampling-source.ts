import type { SamplingDocument } from '../document/sampling-document.ts';

/** Where the document of a process comes from. */
export interface SamplingSource {
  /** What is in effect until `start` tells another one. */
  readonly document: SamplingDocument;
  /**
   * Looks for changes from now on. What it has to say it says in lines. Holds no process, and never throws.
   *
   * @param apply gets each good document that differs from the one before
   * @returns ends it
   */
  start(apply: (document: SamplingDocument) => void): () => void;
  report(): SourceReport;
}

export interface SourceReport {
  readonly kind: 'environment' | 'file' | 'jaeger_remote';
  /** The path, or the address without its password. */
  readonly location?: string;
  /** When what is in effect was read, as ISO 8601. */
  readonly loadedAt: string;
  /** What keeps a newer one from being taken. */
  readonly error?: string;
}
