import { remember } from '../remember.ts';
import type { SamplingDocument } from '../sampling/document/sampling-document.ts';
import { isOf } from '../sampling/engine/compiled-rule.ts';
import { matcherOf } from '../sampling/engine/matcher-of.ts';
import type { EngineOptions } from '../sampling/engine/sampling-engine.ts';

/** Operations of a service are few; a name that somebody makes up must not stay. */
const MAX_NAMES = 1000;

/**
 * From the name of a server span to the time in ms from which on it is slow: what the first rule says that says one and that is for
 * this service, resource and operation, whatever attributes and hours it has; else what the document says.
 */
export function thresholdsOf(
  document: SamplingDocument,
  process: Omit<EngineOptions, 'document'>,
): (operation: string) => number {
  const rules = document.rules
    .filter(({ match, slowMillis }) => slowMillis !== undefined && isOf(match, process))
    .map(({ match, slowMillis }) => ({ isOf: matcherOf(match.operation ?? '*'), slowMillis }));
  if (rules.length === 0) return () => document.slowMillis;
  return remember(
    MAX_NAMES,
    (operation) => rules.find((rule) => rule.isOf(operation))?.slowMillis ?? document.slowMillis,
  );
}
