import type { Match, OperationPolicy, SamplingDocument } from '../document/sampling-document.ts';
import { nameMatches } from './name-matches.ts';
import type { EngineOptions } from './sampling-engine.ts';
import { withinHours } from './within-hours.ts';

/** A rule of this process. */
export interface CompiledRule {
  readonly name: string;
  readonly policy: OperationPolicy;
  readonly operation: string;
  /** All of which the root has to have; undefined: whatever it has. */
  readonly attributes: readonly (readonly [name: string, value: unknown])[] | undefined;
  isWithinHours(now: number): boolean;
}

/** The rules whose service and resource are those of the process, and last the default, which matches all. */
export function compileRules(
  document: SamplingDocument,
  process: Omit<EngineOptions, 'document'>,
): readonly CompiledRule[] {
  const rules = document.rules.filter(({ match }) => isOf(match, process));
  return [...rules, { name: 'default', match: {}, policy: document.default }].map(
    ({ name, match, policy }) => ({
      name,
      policy,
      operation: match.operation ?? '*',
      attributes: match.attributes && Object.entries(match.attributes),
      isWithinHours: match.hours ? withinHours(match.hours) : () => true,
    }),
  );
}

export function isOfOperation({ operation }: CompiledRule, name: string): boolean {
  return nameMatches(operation, name);
}

export function hasAttributes(
  { attributes = [] }: CompiledRule,
  own: Readonly<Record<string, unknown>>,
): boolean {
  for (const [name, value] of attributes) if (own[name] !== value) return false;
  return true;
}

function isOf(match: Match, { service, resource }: Omit<EngineOptions, 'document'>): boolean {
  if (match.service !== undefined && match.service !== service) return false;
  const wanted = Object.entries(match.resource ?? {});
  return wanted.every(([name, value]) => Object.hasOwn(resource, name) && String(resource[name]) === value);
}
