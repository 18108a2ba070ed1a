import { documentGuarantee } from '../document/guarantees.ts';
import type { SamplingDocument } from '../document/sampling-document.ts';
import { Ceiling } from './ceiling.ts';
import { compileRules } from './compiled-rule.ts';
import { fairCap } from './fair-cap.ts';
import { OperationTable } from './operation-table.ts';
import type { EngineOptions, OperationReport, Root, SamplingEngine, Verdict } from './sampling-engine.ts';
import { Tally } from './tally.ts';
import { TokenBucket } from './token-bucket.ts';

export function createSamplingEngine(options: EngineOptions): SamplingEngine {
  return new Engine(options);
}

class Engine implements SamplingEngine {
  readonly tally = new Tally();
  readonly #process: EngineOptions;
  readonly #table: OperationTable;
  #forced: TokenBucket | undefined;
  #overall: Ceiling | undefined;
  /** The second in which the ratios count, in seconds and in milliseconds. */
  #second = 0;
  #from = Number.POSITIVE_INFINITY;
  #until = 0;

  constructor(options: EngineOptions) {
    this.#process = options;
    this.#table = new OperationTable(compileRules(options.document, options), options.document.operations);
    this.#limit(options.document);
  }

  configure(document: SamplingDocument): void {
    this.#table.configure(compileRules(document, this.#process), document.operations);
    this.#limit(document);
    this.#from = Number.POSITIVE_INFINITY;
  }

  decide(root: Root, now: number): Verdict {
    this.#follow(now);
    const state = this.#table.find(root, now);
    const verdict =
      root.isForced && this.#mayForce(now)
        ? state.force(now, this.#overall)
        : state.decide(root.randomness, now, this.#overall);
    this.tally.add(verdict);
    return verdict;
  }

  operations(now: number): readonly OperationReport[] {
    this.#follow(now);
    const reports = this.#table.states().map((state) => state.report());
    return reports.filter(({ kept, dropped }) => kept + dropped > 0);
  }

  #mayForce(now: number): boolean {
    if (!this.#forced?.isFree(now)) return false;
    this.#forced.take();
    return true;
  }

  #follow(now: number): void {
    if (now >= this.#until || now < this.#from) this.#turn(now);
  }

  /** Makes the ratios of this second from what came in those before. */
  #turn(now: number): void {
    const second = Math.floor(now / 1000);
    // After a clock that was set back, as if one had gone by.
    const seconds = second < this.#second ? 1 : second - this.#second;
    this.#second = second;
    this.#from = second * 1000;
    this.#until = this.#from + 1000;
    this.#table.select(now);
    const states = this.#table.states();
    const wanted = states.map((state) => state.turn(now, seconds));
    const cap = this.#overall ? fairCap(wanted, this.#overall.turn(now, seconds)) : Number.POSITIVE_INFINITY;
    for (const state of states) state.settle(now, cap);
  }

  #limit(document: SamplingDocument): void {
    const { forced, overall } = document;
    if (!forced) this.#forced = undefined;
    else if (this.#forced) this.#forced.limit(forced, 0);
    else this.#forced = new TokenBucket(forced);
    const { burst } = documentGuarantee(document);
    if (!overall) this.#overall = undefined;
    else if (this.#overall) this.#overall.limit(overall, burst);
    else this.#overall = new Ceiling(overall, burst);
  }
}
