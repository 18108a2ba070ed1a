import type { CaptureReport } from '../capture/capture.ts';
import type { SamplingDocument } from './document/sampling-document.ts';
import type { OperationReport, SamplingTally } from './engine/sampling-engine.ts';
import type { MarkTally } from './request-marks.ts';
import type { SourceReport } from './sources/sampling-source.ts';

/** What samples this process, and what it has done; plain JSON. */
export interface SamplingReport {
  readonly service: string;
  readonly source: SourceReport;
  readonly document: SamplingDocument;
  readonly operations: readonly OperationReport[];
  readonly tally: SamplingTally;
  /** What marks were; absent without a key. */
  readonly marks?: MarkTally;
  /** What was kept after the fact; absent: off by its variable. */
  readonly capture?: CaptureReport;
}

let read: (() => SamplingReport) | undefined;

export function setCurrentSampling(report: () => SamplingReport): void {
  read = report;
}

/** @returns undefined where nothing samples: without the preload, or with `MESH_PROPAGATION_ONLY` */
export function currentSampling(): SamplingReport | undefined {
  return read?.();
}
