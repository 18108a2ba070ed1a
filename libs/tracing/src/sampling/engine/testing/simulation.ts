import type { SamplingDocument } from '../../document/sampling-document.ts';
import { createSamplingEngine } from '../create-sampling-engine.ts';
import type { SamplingEngine, SamplingTally, Verdict } from '../sampling-engine.ts';
import { START } from './decider.ts';
import { Estimate } from './estimate.ts';
import { OperationWatch, type WatchedPolicy } from './operation-watch.ts';
import { SlidingSecond } from './sliding-second.ts';
import { OPERATIONS, Traffic } from './traffic.ts';

interface SimulationOptions {
  readonly document: SamplingDocument & { readonly default: WatchedPolicy };
  readonly seed: number;
  /** Requests a second. */
  readonly rate: number;
  readonly requests: number;
}

/** Requests with a clock of their own, all decided by one engine, and looked at from outside. */
export class Simulation {
  readonly kept = new SlidingSecond();
  readonly forced = new SlidingSecond();
  readonly estimate = new Estimate();
  readonly operations: readonly OperationWatch[];
  /** Roots that a guarantee kept with another probability than 1. */
  uncertain = 0;
  readonly #engine: SamplingEngine;
  readonly #traffic: Traffic;

  constructor({ document, seed, rate, requests }: SimulationOptions) {
    const windowMillis = document.default.boost.windowSeconds * 1000;
    this.#engine = createSamplingEngine({ document, service: 'simulated', resource: {} });
    this.#traffic = new Traffic({ seed, rate, start: START, windowMillis });
    const names = Array.from({ length: OPERATIONS }, (_, index) => `operation ${index}`);
    this.operations = names.map((name) => new OperationWatch(name, document.default));
    for (let count = 0; count < requests; count++) this.#next();
  }

  get tally(): SamplingTally {
    return this.#engine.tally;
  }

  #next(): void {
    const request = this.#traffic.next();
    const { now, randomness, isForced, operation } = request;
    const watch = this.operations[operation];
    if (!watch) throw new RangeError(`there is no operation ${operation}`);
    const root = { operation: watch.name, attributes: {}, randomness, isForced };
    const verdict = this.#engine.decide(root, now);
    watch.add(verdict, now);
    this.#add(verdict, now);
    watch.boost.decided(verdict.by === 'boost', request, this.#traffic.troubles.at(now));
    verdict.operation.ended(request.isFailed, request.millis, now);
    watch.boost.ended(request, watch.name, this.#engine);
  }

  #add(verdict: Verdict, now: number): void {
    this.estimate.add(verdict);
    if (!verdict.isKept) return;
    this.kept.add(now);
    if (verdict.by === 'forced') this.forced.add(now);
    const isCertain = verdict.probability === 1 && verdict.th === '0';
    if (GUARANTEES.has(verdict.by) && !isCertain) this.uncertain++;
  }
}

const GUARANTEES = new Set(['forced', 'first', 'floor']);
