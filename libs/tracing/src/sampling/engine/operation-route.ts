import { type CompiledRule, hasAttributes } from './compiled-rule.ts';
import { OperationState } from './operation-state.ts';
import type { Root } from './sampling-engine.ts';

/** From the name of an operation to what is known of it: to more than one state where rules ask for attributes. */
export class OperationRoute {
  readonly #name: string;
  readonly #states = new Map<string, OperationState>();
  /** Of the roots that no rule with attributes takes. */
  readonly #plain: OperationState;
  #special: readonly CompiledRule[] = [];

  /** @param rules the last matches all */
  constructor(name: string, rules: readonly CompiledRule[], now: number) {
    this.#name = name;
    this.#plain = new OperationState(name, plainRule(rules, name), now);
    this.select(rules, now);
  }

  /** How many sets of windows and buckets it has. */
  get size(): number {
    return 1 + this.#states.size;
  }

  /** The rules that count from now on. */
  select(rules: readonly CompiledRule[], now: number): void {
    const plain = plainRule(rules, this.#name);
    this.#special = rules.slice(0, rules.indexOf(plain)).filter((rule) => rule.isOfOperation(this.#name));
    this.#plain.adopt(plain, now);
    // Not only of these: one route has the states of all operations that are not told apart.
    if (this.#states.size > 0) for (const rule of rules) this.#states.get(rule.name)?.adopt(rule, now);
  }

  /** Forgets what rules had that are no more. */
  forgetAllBut(rules: ReadonlySet<string>): void {
    for (const name of this.#states.keys()) if (!rules.has(name)) this.#states.delete(name);
  }

  /** @returns a rule where the root is the first of it */
  find(root: Root): OperationState | CompiledRule {
    for (const rule of this.#special)
      if (hasAttributes(rule, root.attributes)) return this.#states.get(rule.name) ?? rule;
    return this.#plain;
  }

  /** Of the roots that a rule with attributes takes. */
  stateOf(rule: CompiledRule, now: number): OperationState {
    const state = this.#states.get(rule.name) ?? new OperationState(this.#name, rule, now);
    this.#states.set(rule.name, state);
    return state;
  }

  /** The sets of windows and buckets. */
  states(): OperationState[] {
    return [this.#plain, ...this.#states.values()];
  }
}

function plainRule(rules: readonly CompiledRule[], name: string): CompiledRule {
  const rule = rules.find((one) => !one.attributes && one.isOfOperation(name));
  if (!rule) throw new TypeError('the default rule matches all');
  return rule;
}
