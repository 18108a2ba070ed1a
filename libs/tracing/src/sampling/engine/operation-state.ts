import { policyGuarantee } from '../document/guarantees.ts';
import type { OperationPolicy } from '../document/sampling-document.ts';
import { Ceiling } from './ceiling.ts';
import { certain } from './chance.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { OperationRatio } from './operation-ratio.ts';
import { OperationWindows } from './operation-windows.ts';
import type { OperationReport, SampledOperation, Verdict } from './sampling-engine.ts';

/** All that is known of one operation, and what is done with its next root. */
export class OperationState implements SampledOperation {
  ratio = 0;
  readonly #name: string;
  readonly #forced = certain(this, 'forced');
  readonly #guaranteed = { first: certain(this, 'first'), floor: certain(this, 'floor') };
  readonly #windows = new OperationWindows();
  readonly #ratio = new OperationRatio(this);
  #rule = '';
  #ceiling: Ceiling | undefined;
  #kept = 0;
  #dropped = 0;

  constructor(name: string, rule: CompiledRule, now: number) {
    this.#name = name;
    this.adopt(rule, now);
  }

  /** The rule that counts from now on. What was counted goes on where it fits. */
  adopt({ name, policy }: CompiledRule, now: number): void {
    this.#rule = name;
    this.ratio = policy.kind === 'ratio' ? policy.ratio : Number(policy.kind === 'always');
    this.#windows.adopt(policy);
    this.#limit(policy);
    this.#ratio.adopt(policy, now);
  }

  /** @param overall what all operations share: asked before, and told of what is kept */
  decide(randomness: string, now: number, overall: Ceiling | undefined): Verdict {
    const guaranteed = this.#windows.keeps(now);
    const verdict = guaranteed
      ? this.#keep(this.#guaranteed[guaranteed], now, overall)
      : this.#byChance(randomness, now, overall);
    if (verdict.isKept) this.#kept++;
    else this.#dropped++;
    return verdict;
  }

  /** For a forced one, which the operation's own ceiling does not know of. */
  force(now: number, overall: Ceiling | undefined): Verdict {
    overall?.takeGuaranteed(now);
    this.#kept++;
    return this.#forced;
  }

  ended(isFailed: boolean, millis: number, now: number): void {
    this.#ratio.ended(isFailed, millis, now);
  }

  /** @returns how many of the next second it is to keep by chance, if `overall` has room for them */
  turn(now: number, seconds: number): number {
    const room = this.#ceiling?.turn(now, seconds) ?? Number.POSITIVE_INFINITY;
    return this.#ratio.turn(now, seconds, room);
  }

  /** @param cap how many of the next second `overall` has room for */
  settle(now: number, cap: number): void {
    this.#ratio.settle(now, cap);
  }

  report(): OperationReport {
    const { by, probability } = this.#ratio.chance;
    return {
      operation: this.#name,
      rule: this.#rule,
      ratio: probability,
      isBoosted: by === 'boost',
      kept: this.#kept,
      dropped: this.#dropped,
    };
  }

  #keep(verdict: Verdict, now: number, overall: Ceiling | undefined): Verdict {
    this.#ceiling?.takeGuaranteed(now);
    overall?.takeGuaranteed(now);
    return verdict;
  }

  #byChance(randomness: string, now: number, overall: Ceiling | undefined): Verdict {
    this.#ratio.count();
    const { chance } = this.#ratio;
    if (randomness < chance.threshold) return chance.missed;
    if (this.#ceiling && !this.#ceiling.isFree(now)) return chance.ceiling;
    if (overall && !overall.isFree(now)) return chance.overall;
    this.#ceiling?.take();
    overall?.take();
    return chance.kept;
  }

  #limit(policy: OperationPolicy): void {
    const limit = policy.kind === 'ratio' ? policy.ceiling : undefined;
    const { burst } = policyGuarantee(policy);
    if (!limit) this.#ceiling = undefined;
    else if (this.#ceiling) this.#ceiling.limit(limit, burst);
    else this.#ceiling = new Ceiling(limit, burst);
  }
}
