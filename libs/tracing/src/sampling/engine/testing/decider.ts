import type { SamplingDocument } from '../../document/sampling-document.ts';
import { createSamplingEngine } from '../create-sampling-engine.ts';
import type { Root, SamplingEngine, Verdict } from '../sampling-engine.ts';
import { documentOf } from './document.ts';

/** Midnight, where all windows begin. */
export const START = Date.parse('2026-11-26T00:00:00Z');

interface Decider {
  readonly engine: SamplingEngine;
  /** @returns what became of a root so many milliseconds after the start: `ratio`, `first` and so on, `-ceiling` if dropped */
  decide(millis: number, root?: Partial<Root>): string;
  verdict(millis: number, root?: Partial<Root>): Verdict;
}

/** An engine of the service `gateway` in production. */
export function deciderOf(given: Partial<SamplingDocument>): Decider {
  const resource = { 'deployment.environment.name': 'production' };
  const engine = createSamplingEngine({ document: documentOf(given), service: 'gateway', resource });
  const verdict = (millis: number, root: Partial<Root> = {}) =>
    engine.decide(
      { operation: 'GET /', attributes: {}, randomness: '80000000000000', isForced: false, ...root },
      START + millis,
    );
  return {
    engine,
    verdict,
    decide: (millis, root) => {
      const { isKept, by } = verdict(millis, root);
      return isKept ? by : `-${by}`;
    },
  };
}
