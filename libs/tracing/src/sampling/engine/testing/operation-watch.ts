import { floorCount } from '../../document/guarantees.ts';
import type { Boost } from '../../document/sampling-document.ts';
import type { Verdict } from '../sampling-engine.ts';
import { BoostWatch } from './boost-watch.ts';
import { Estimate } from './estimate.ts';
import { SlidingSecond } from './sliding-second.ts';
import { WindowShare } from './window-share.ts';

/** The policy that is watched, which has everything. */
export interface WatchedPolicy {
  readonly first: { readonly windowSeconds: number };
  readonly floor: { readonly perSecond: number };
  readonly boost: Boost;
}

/** What is seen of one operation from outside. */
export class OperationWatch {
  readonly name: string;
  /** Without the forced ones. */
  readonly kept = new SlidingSecond();
  readonly estimate = new Estimate();
  readonly first: WindowShare;
  readonly floor: WindowShare;
  readonly boost: BoostWatch;

  constructor(name: string, { first, floor, boost }: WatchedPolicy) {
    this.name = name;
    this.first = new WindowShare(first.windowSeconds * 1000, 1);
    const count = floorCount(floor.perSecond);
    this.floor = new WindowShare((count / floor.perSecond) * 1000, count);
    this.boost = new BoostWatch(boost);
  }

  add(verdict: Verdict, now: number): void {
    this.first.add(now, verdict.isKept);
    this.floor.add(now, verdict.isKept);
    this.estimate.add(verdict);
    if (verdict.isKept && verdict.by !== 'forced') this.kept.add(now);
  }
}
