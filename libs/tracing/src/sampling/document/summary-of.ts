import type { OperationPolicy, SamplingDocument } from './sampling-document.ts';

/** For a line: `ratio 0.01, first, floor 0.1/s, ceiling 5/s, boost 0.5; overall 50/s; rules canary, night`. */
export function summaryOf({ default: byDefault, overall, forced, rules }: SamplingDocument): string {
  return [
    policySummary(byDefault),
    ...(forced ? [`forced ${forced.perSecond}/s`] : []),
    ...(overall ? [`overall ${overall.perSecond}/s`] : []),
    ...(rules.length > 0 ? [rulesSummary(rules)] : []),
  ].join('; ');
}

const SHOWN_RULES = 5;

function rulesSummary(rules: SamplingDocument['rules']): string {
  const names = rules.slice(0, SHOWN_RULES).map(({ name }) => name);
  return `rules ${names.join(', ')}${rules.length > SHOWN_RULES ? ` and ${rules.length - SHOWN_RULES} more` : ''}`;
}

function policySummary(policy: OperationPolicy): string {
  if (policy.kind !== 'ratio') return policy.kind;
  const { ratio, first, floor, ceiling, boost } = policy;
  return [
    `ratio ${ratio}`,
    ...(first ? ['first'] : []),
    ...(floor ? [`floor ${floor.perSecond}/s`] : []),
    ...(ceiling ? [`ceiling ${ceiling.perSecond}/s`] : []),
    ...(boost ? [`boost ${boost.ratio}`] : []),
  ].join(', ');
}
