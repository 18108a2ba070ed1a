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
  /** Operations that rules name and that have not come yet: the others leave room for them. */
  #awaited = new Set<string>();
  #limit = 0;
  #size = 0;

  /** @param limit how many states, without those of what is not told apart */
  constructor(rules: readonly CompiledRule[], limit: number) {
    this.#rules = rules;
    this.#other = new OperationRoute(OTHER, rules, 0);
    this.#routes.set(OTHER, this.#other);
    this.configure(rules, limit);
  }

  /** From the next `select` on. */
  configure(rules: readonly CompiledRule[], limit: number): void {
    this.#rules = rules;
    this.#active = [];
    this.#limit = limit;
    this.#size = 0;
    this.#awaited = new Set(rules.flatMap(({ operation }) => operation ?? []).slice(0, limit));
    const names = new Set(rules.map(({ name }) => name));
    for (const [name, route] of this.#routes) {
      route.forgetAllBut(names);
      this.#awaited.delete(name);
      if (route !== this.#other && !this.#takeRoom(route.size)) this.#routes.delete(name);
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
    this.#awaited.delete(name);
    if (!this.#takeRoom(1)) return this.#other;
    const route = new OperationRoute(name, this.#active, now);
    this.#routes.set(name, route);
    return route;
  }

  #split(route: OperationRoute, rule: CompiledRule, now: number): OperationState {
    const hasRoom = route !== this.#other && this.#takeRoom(1);
    return (hasRoom ? route : this.#other).stateOf(rule, now);
  }

  /** @returns false where there is none */
  #takeRoom(size: number): boolean {
    if (this.#size + this.#awaited.size + size > this.#limit) return false;
    this.#size += size;
    return true;
  }
}
