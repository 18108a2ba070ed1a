import type { CompiledRule } from './compiled-rule.ts';
import { OperationRoute } from './operation-route.ts';
import { OperationState } from './operation-state.ts';
import type { Root } from './sampling-engine.ts';

/** Of the operations that are not told apart, and of calls of what a server does not have. */
const OTHER = '_OTHER';

/** The states of all operations: no more than a number of them, whatever names come. */
export class OperationTable {
  readonly #routes = new Map<string, OperationRoute>();
  readonly #other: OperationRoute;
  #rules: readonly CompiledRule[];
  /** Those of this hour. */
  #active: readonly CompiledRule[] = [];
  #limit: number;
  #size = 0;

  /** @param limit how many states, without those of what is not told apart */
  constructor(rules: readonly CompiledRule[], limit: number) {
    this.#rules = rules;
    this.#limit = limit;
    this.#other = new OperationRoute(OTHER, rules, 0);
    this.#routes.set(OTHER, this.#other);
  }

  /** From the next `select` on. */
  configure(rules: readonly CompiledRule[], limit: number): void {
    this.#rules = rules;
    this.#active = [];
    this.#limit = limit;
    this.#size = 0;
    const names = new Set(rules.map(({ name }) => name));
    for (const [name, route] of this.#routes) {
      route.forgetAllBut(names);
      if (route === this.#other) continue;
      if (this.#size + route.size > limit) this.#routes.delete(name);
      else this.#size += route.size;
    }
  }

  /** Takes the rules of this hour. */
  select(now: number): void {
    const active = this.#rules.filter((rule) => rule.isWithinHours(now));
    if (active.length === this.#active.length && active.every((rule, at) => rule === this.#active[at]))
      return;
    this.#active = active;
    for (const route of this.#routes.values()) route.select(active, now);
  }

  find(root: Root, now: number): OperationState {
    const route = this.#routes.get(root.operation) ?? this.#add(root.operation, now);
    const found = route.find(root);
    return found instanceof OperationState ? found : this.#split(route, found, now);
  }

  states(): OperationState[] {
    return [...this.#routes.values()].flatMap((route) => route.states());
  }

  #add(name: string, now: number): OperationRoute {
    if (this.#size >= this.#limit) return this.#other;
    const route = new OperationRoute(name, this.#active, now);
    this.#routes.set(name, route);
    this.#size++;
    return route;
  }

  #split(route: OperationRoute, rule: CompiledRule, now: number): OperationState {
    if (route === this.#other || this.#size >= this.#limit) return this.#other.stateOf(rule, now);
    this.#size++;
    return route.stateOf(rule, now);
  }
}
