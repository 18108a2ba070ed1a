import { getBooleanFromEnv } from '@opentelemetry/core';
import { createDiagLogger } from '../log/diag-logger.ts';
import { readPreloadMark } from './preload-mark.ts';
import { traps } from './traps.ts';

let isNoticed = false;

/** Says once, on stderr, that there is no preload, unless tracing is switched off: lines look the same otherwise. */
export function noticeMissingPreload(): void {
  if (isNoticed || readPreloadMark() || getBooleanFromEnv('OTEL_SDK_DISABLED')) return;
  isNoticed = true;
  createDiagLogger().warn(traps.noPreload().sentence);
}
