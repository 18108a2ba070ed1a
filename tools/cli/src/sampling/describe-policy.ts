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
  const { rules, forced, overall, slowMillis } = document;
  const limits = [
    forced ? `forced ${forced.perSecond}/s` : 'nothing is forced',
    overall && `overall ${overall.perSecond}/s`,
  ].filter((part) => part !== undefined);
  return [
    ...rules.map((rule): [string, string] => [
      rule.name,
      `${describePolicy(rule.policy)}${describeSlow(rule.slowMillis)} where ${describeMatch(rule.match)}`,
    ]),
    ['default', `${describePolicy(document.default)}${describeSlow(slowMillis)}`],
    ['limits', limits.join(', ')],
    ['after the fact', describeCapture(document.capture)],
    ['parent', document.parent === 'follow' ? 'only roots decide' : 'each span decides'],
  ];
}

function describeSlow(millis: number | undefined): string {
  return millis === undefined ? '' : `, slow over ${millis} ms`;
}

function describeCapture(capture: SamplingReport['document']['capture']): string {
  if (!capture) return 'nothing is kept';
  const { perSecond, ceilingPerSecond } = capture;
  return `what fails or is slow, ${perSecond}/s; with those of others ${ceilingPerSecond}/s`;
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
