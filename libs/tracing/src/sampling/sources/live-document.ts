import { diag } from '@opentelemetry/api';
import { writeOwnLine } from '../../log/write-own-line.ts';
import type { SamplingDocument } from '../document/sampling-document.ts';
import { summaryOf } from '../document/summary-of.ts';
import type { SourceReport } from './sampling-source.ts';

/** The document in effect of a source that changes, and what there is to say about it. */
export interface LiveDocument {
  readonly document: SamplingDocument;
  apply: (document: SamplingDocument) => void;
  /** One that is good. Says so if it is another one, or if the one before it was told to be wrong. */
  take(document: SamplingDocument): void;
  /** What is in effect stays. @param isTold as a warning; else the report alone says it */
  fail(reason: string, isTold: boolean): void;
  report(): SourceReport;
}

/** @param first in effect until another one is taken */
export function createLiveDocument(
  kind: SourceReport['kind'],
  location: string,
  first: SamplingDocument,
): LiveDocument {
  const source = { kind, location };
  let loadedAt = new Date().toISOString();
  let error: string | undefined;
  let isTroubleTold = false;
  let document = first;

  function change(to: SamplingDocument): void {
    document = to;
    loadedAt = new Date().toISOString();
    live.apply(to);
    writeOwnLine('info', 'sampling changed', { source: location, sampling: summaryOf(to) });
  }

  const live: LiveDocument = {
    get document() {
      return document;
    },
    apply() {},
    take(taken) {
      error = undefined;
      if (taken !== document && JSON.stringify(taken) !== JSON.stringify(document)) change(taken);
      else if (isTroubleTold) diag.warn(`What samples can be read again from ${location}.`);
      isTroubleTold = false;
    },
    fail(reason, isTold) {
      error = reason;
      if (!isTold) return;
      isTroubleTold = true;
      diag.warn(`What samples stays as it was, for ${location} is not taken: ${reason}.`);
    },
    report: () => ({ ...source, loadedAt, ...(error !== undefined && { error }) }),
  };
  return live;
}
