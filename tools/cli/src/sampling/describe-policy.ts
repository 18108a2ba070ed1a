import type { Policy, SamplingReport } from './sampling-report.ts';

/** `1 %, first of each 60 s, floor 0.1/s, ceiling 5/s, boost to 50 %` */
export function describePolicy(policy: Policy): string {
  if (policy.kind !== 'ratio') return policy.kind;
  const { ratio, first, floor, ceiling, boost } = policy;
  return [
    percent(ratio),
    first && `first of each ${first.windowSeconds} s`,
    floor && `floor ${floor.perSecond}/s`,
    ceiling && `ceiling ${ceiling.perSecond}/s`,
    boost && `boost to ${percent(boost.ratio)}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Each rule with what it holds for, the default last, as they are asked. */
export function describeDocument({ document }: SamplingReport): [name: string, text: string][] {
  const { rules, forced, overall } = document;
  const limits = [
    forced ? `forced ${forced.perSecond}/s` : 'nothing is forced',
    overall && `overall ${overall.perSecond}/s`,
  ].filter((part) => part !== undefined);
  return [
    ...rules.map(({ name, match, policy }): [string, string] => [
      name,
      `${describePolicy(policy)} where ${describeMatch(match)}`,
    ]),
    ['default', describePolicy(document.default)],
    ['limits', limits.join(', ')],
    ['parent', document.parent === 'follow' ? 'only roots decide' : 'each span decides'],
  ];
}

/** `service=gateway operation=POST /v1/orders` */
function describeMatch(match: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(match).map(([name, value]) =>
    typeof value === 'object' && value !== null
      ? `${name} ${describeMatch({ ...value })}`
      : `${name}=${value}`,
  );
  return parts.length > 0 ? parts.join(' ') : 'anything';
}

/** With three digits at most: `0.05 %`. */
export function percent(ratio: number): string {
  return `${Number((ratio * 100).toPrecision(3))} %`;
}
