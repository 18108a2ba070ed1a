import { markdownTable } from '../../report/markdown-table.ts';
import type { Simulated } from '../simulation/simulated.ts';
import { deviation, percent } from './percent.ts';

const HEAD = [
  'policy',
  '',
  'spans exported',
  'traces kept',
  'failed kept',
  'slow kept',
  'rare kept',
  'troubles seen',
  'count error',
  'worst of an operation',
];

/** What each policy keeps. */
export function coverageTable(simulated: readonly Simulated[]): string {
  const cells = simulated.map(({ policy, coverage }) => [
    `\`${policy.name}\``,
    policy.title,
    percent(policy.after === 'tail' ? 1 : coverage.kept),
    percent(coverage.kept),
    percent(coverage.errors),
    percent(coverage.slow),
    percent(coverage.rare),
    percent(coverage.troubles),
    deviation(coverage.countError),
    deviation(coverage.worstCountError),
  ]);
  return markdownTable(HEAD, cells);
}
