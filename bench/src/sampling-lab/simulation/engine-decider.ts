import { createSamplingEngine, parseSamplingDocument } from '@mesh/tracing/sampling';
import type { LabRequest } from '../traffic/lab-request.ts';
import { type Decider, DROPPED } from './decider.ts';
import { createPendingEnds } from './pending-ends.ts';

const NO_ATTRIBUTES = {};

/** The library's own engine, with the clock of the simulation. Failures and times are told when the requests end. */
export function engineDecider(document: string): Decider {
  const engine = createSamplingEngine({
    document: parseSamplingDocument(document),
    service: 'gateway',
    resource: {},
  });
  const pending = createPendingEnds();
  return {
    decide(request) {
      pending.runUntil(request.at);
      const verdict = engine.decide(rootOf(request), request.at);
      const end = request.at + request.millis;
      const run = () => verdict.operation.ended(request.isFailed, request.millis, end);
      pending.add({ at: end, run });
      return verdict.isKept ? { isKept: true, weight: 1 / verdict.probability } : DROPPED;
    },
    cutWeight: () => engine.tally.cutWeight.ceiling + engine.tally.cutWeight.overall,
  };
}

function rootOf({ operation, randomness, isMarked }: LabRequest) {
  return { operation: operation.name, attributes: NO_ATTRIBUTES, randomness, isForced: isMarked };
}
