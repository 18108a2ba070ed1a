import { readFileSync } from 'node:fs';
import type { After, LabPolicy } from './lab-policy.ts';

const RATIO = { ratio: 0.01 };
const FIRST = { ...RATIO, first: { windowSeconds: 60 } };
const FLOOR = { ...FIRST, floor: { perSecond: 0.1 } };
const BOOST = { ...FLOOR, boost: { ratio: 0.5 } };
const CEILING = { ...BOOST, ceiling: { perSecond: 5 } };
const OVERALL = { perSecond: 50 };

const PRODUCTION = new URL('../../../../deploy/sampling/production.json', import.meta.url);

/** What the lab compares: each policy alone or on top of the ones before it, the preset for production, and what decides after the fact. */
export const labPolicies: readonly LabPolicy[] = [
  policy('always', 'every trace', { default: { policy: 'always' } }),
  policy('ratio', '1 %', { default: RATIO }),
  policy('first', '1 %, first of a minute', { default: FIRST }),
  policy('floor', '1 %, first, floor 0.1/s', { default: FLOOR }),
  policy('boost', '1 %, first, floor, boost to 50 %', { default: BOOST }),
  policy('ceiling', 'the same below 5/s, 50/s overall', { default: CEILING, overall: OVERALL }),
  {
    name: 'production',
    title: 'the preset for production',
    document: readFileSync(PRODUCTION, 'utf8'),
    after: 'nothing',
  },
  policy('limit', 'at most 1/s overall, nothing else', { default: { ratio: 1 }, overall: { perSecond: 1 } }),
  policy('forced', '1 %, and what carries a mark', { default: RATIO, forced: { perSecond: 2, burst: 10 } }),
  policy('capture', '1 %, failed and slow after the fact', { default: RATIO }, 'capture'),
  policy('tail', 'collector: failed, slow, 1 % of the rest', { default: { policy: 'always' } }, 'tail'),
];

function policy(name: string, title: string, rest: object, after: After = 'nothing'): LabPolicy {
  return { name, title, document: JSON.stringify({ version: 1, ...rest }), after };
}
