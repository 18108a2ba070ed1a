import { setTimeout as sleep } from 'node:timers/promises';
import { mapLimited } from '../map-limited.ts';
import type { Finding } from './finding.ts';

/**
 * Something that looked broken in the first reading. That reading is not one moment: an order may have been read
 * before, its reservation after a change. So it is looked at again, on its own.
 */
export interface Suspect {
  /** Reads it anew; answers what is broken now. */
  readonly lookAgain: () => Promise<readonly Finding[]>;
}

const pauseMs = 300;
const looksAtOnce = 8;

/**
 * Looks at each suspect, at least once, until it is consistent or `settleMs` have passed; answers what was broken
 * at the last look.
 */
export async function settle(suspects: readonly Suspect[], settleMs: number): Promise<readonly Finding[]> {
  const deadline = Date.now() + settleMs;
  for (let open = suspects; ; await sleep(pauseMs)) {
    const isLast = Date.now() >= deadline;
    const looks = await mapLimited(open, looksAtOnce, async (suspect) => {
      return { suspect, findings: await suspect.lookAgain() };
    });
    const broken = looks.filter(({ findings }) => findings.length > 0);
    if (isLast || broken.length === 0) return broken.flatMap(({ findings }) => findings);
    open = broken.map(({ suspect }) => suspect);
  }
}
