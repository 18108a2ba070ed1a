import type { BudgetLimits } from '../../capture/budget.ts';
import { CAPTURE_LIMITS } from './capture-defaults.ts';
import type { OperationPolicy, SamplingDocument } from './sampling-document.ts';

/** For a line: `ratio 0.01, first, floor 0.1/s, ceiling 5/s, boost 0.5; overall 50/s; rules canary, night`. */
export function summaryOf({ default: byDefault, overall, forced, capture, rules }: SamplingDocument): string {
  return [
    policySummary(byDefault),
    ...(forced ? [`forced ${forced.perSecond}/s`] : []),
    ...(overall ? [`overall ${overall.perSecond}/s`] : []),
    ...captureSummary(capture),
    ...(rules.length > 0 ? [rulesSummary(rules)] : []),
  ].join('; ');
}

/** Nothing where it is as it is without a word. */
function captureSummary(capture: BudgetLimits | undefined): string[] {
  if (!capture) return ['no capture'];
  const names = ['perSecond', 'burst', 'ceilingPerSecond'] as const;
  if (names.every((name) => capture[name] === CAPTURE_LIMITS[name])) return [];
  return [`capture ${capture.perSecond}/s, burst ${capture.burst}, ceiling ${capture.ceilingPerSecond}/s`];
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
