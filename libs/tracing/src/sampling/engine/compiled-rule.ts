import type { Match, OperationPolicy, SamplingDocument } from '../document/sampling-document.ts';
import { matcherOf } from './matcher-of.ts';
import type { EngineOptions } from './sampling-engine.ts';
import { withinHours } from './within-hours.ts';

/** A rule of this process. */
export interface CompiledRule {
  readonly name: string;
  readonly policy: OperationPolicy;
  /** Of the one operation that it is for; undefined: it is for several. */
  readonly operation: string | undefined;
  /** All of which the root has to have; undefined: whatever it has. */
  readonly attributes: readonly (readonly [name: string, value: unknown])[] | undefined;
  isOfOperation(name: string): boolean;
  isWithinHours(now: number): boolean;
}

/** The rules whose service and resource are those of the process, and last the default, which matches all. */
export function compileRules(
  document: SamplingDocument,
  process: Omit<EngineOptions, 'document'>,
): readonly CompiledRule[] {
  const rules = document.rules.filter(({ match }) => isOf(match, process));
  return [...rules, { name: 'default', match: {}, policy: document.default }].map(
    ({ name, policy, match: { operation = '*', attributes, hours } }) => ({
      name,
      policy,
      operation: operation.includes('*') ? undefined : operation,
      attributes: attributes && Object.entries(attributes),
      isOfOperation: matcherOf(operation),
      isWithinHours: hours ? withinHours(hours) : () => true,
    }),
  );
}

export function hasAttributes(
  { attributes = [] }: CompiledRule,
  own: Readonly<Record<string, unknown>>,
): boolean {
  for (const [name, value] of attributes) if (own[name] !== value) return false;
  return true;
}

/** Whether service and resource of a rule are those of the process. */
export function isOf(match: Match, { service, resource }: Omit<EngineOptions, 'document'>): boolean {
  if (match.service !== undefined && match.service !== service) return false;
  const wanted = Object.entries(match.resource ?? {});
  return wanted.every(([name, value]) => Object.hasOwn(resource, name) && String(resource[name]) === value);
}
