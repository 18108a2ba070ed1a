import type { OperationPolicy } from '../document/sampling-document.ts';
import { boostedRatio, coolingWindows } from './boosted-ratio.ts';
import { type Chance, chanceOf, noChance } from './chance.ts';
import { RequestRate } from './request-rate.ts';
import type { SampledOperation } from './sampling-engine.ts';
import { TroubleWatch } from './trouble-watch.ts';

/** The chance of the next root of an operation that nothing guarantees: the plain ratio, or more in trouble, or less by ceilings. */
export class OperationRatio {
  chance: Chance;
  readonly #operation: SampledOperation;
  readonly #rate = new RequestRate();
  #policy: OperationPolicy = { kind: 'never' };
  #watch: TroubleWatch | undefined;
  /** How many a second may be kept: by the operation's own ceiling, and by the overall one. */
  #room = Number.POSITIVE_INFINITY;
  #cap = Number.POSITIVE_INFINITY;

  constructor(operation: SampledOperation) {
    this.#operation = operation;
    this.chance = noChance(operation);
  }

  /** What was counted goes on where it fits. */
  adopt(policy: OperationPolicy, now: number): void {
    this.#policy = policy;
    const boost = policy.kind === 'ratio' ? policy.boost : undefined;
    if (boost && !this.#watch?.adopt(boost)) this.#watch = new TroubleWatch(boost);
    this.#room = Number.POSITIVE_INFINITY;
    this.#renew(now);
  }

  /** A root that is left to chance. */
  count(): void {
    this.#rate.count();
  }

  ended(isFailed: boolean, millis: number, now: number): void {
    if (this.#watch?.ended(isFailed, millis, now)) this.#renew(now);
  }

  /**
   * @param room how many of the next second the operation's own ceiling has room for
   * @returns how many of these it is to keep, if the overall ceiling has room for them
   */
  turn(now: number, seconds: number, room: number): number {
    this.#rate.turn(seconds);
    this.#room = room;
    return Math.min(room, this.#rate.perSecond * this.#wanted(now));
  }

  /** @param cap how many of the next second the overall ceiling has room for */
  settle(now: number, cap: number): void {
    this.#cap = cap;
    this.#renew(now);
  }

  #wanted(now: number): number {
    const policy = this.#policy;
    if (policy.kind !== 'ratio') return policy.kind === 'always' ? 1 : 0;
    if (!policy.boost || !this.#watch) return policy.ratio;
    return boostedRatio(policy.ratio, policy.boost, this.#watch.windowsSince(now));
  }

  #renew(now: number): void {
    const wanted = this.#wanted(now);
    const room = Math.min(this.#room, this.#cap);
    const rate = this.#rate.perSecond;
    const probability = rate * wanted > room ? room / rate : wanted;
    const by = this.#isBoosted(now) ? 'boost' : this.#policy.kind;
    if (by === this.chance.by && probability === this.chance.probability) return;
    this.chance = by === 'never' ? noChance(this.#operation) : chanceOf(this.#operation, by, probability);
  }

  #isBoosted(now: number): boolean {
    const boost = this.#policy.kind === 'ratio' ? this.#policy.boost : undefined;
    return boost !== undefined && (this.#watch?.windowsSince(now) ?? Infinity) <= coolingWindows(boost);
  }
}
