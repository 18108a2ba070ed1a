import type { SamplingDocument } from '../sampling/document/sampling-document.ts';
import type { EngineOptions } from '../sampling/engine/sampling-engine.ts';
import type { CaptureSettings } from './capture.ts';
import { thresholdsOf } from './thresholds.ts';

/** What a document says of capture to one process. */
export function settingsOf(
  document: SamplingDocument,
  process: Omit<EngineOptions, 'document'>,
): CaptureSettings {
  return { limits: document.capture, slowMillisOf: thresholdsOf(document, process) };
}
