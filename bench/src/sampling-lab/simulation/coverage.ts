import type { LabRequest } from '../traffic/lab-request.ts';
import type { Trouble } from '../traffic/trouble.ts';
import type { Decision } from './decider.ts';
import { createShares, type Shares } from './shares.ts';

/** How much of the traffic a policy has kept. All are shares, 0 to 1; not a number where there was nothing to keep. */
export interface Coverage extends Shares {
  /** Of the troubles: at least so many traces show it that one can look for what they have in common. */
  readonly troubles: number;
  /** Of the number of requests that the kept ones and the counters of cut ones say, against the true one. */
  readonly countError: number;
  /** The same by the kept ones alone, of the popular operation for which it is largest. */
  readonly worstCountError: number;
}

/** Traces of one trouble. */
const ENOUGH = 3;

export function createCoverage() {
  const shares = createShares();
  const troubles = new Map<Trouble, number>();
  const counts = new Map<string, { true: number; said: number; isRare: boolean }>();
  return {
    add(request: LabRequest, { isKept, weight }: Decision): void {
      const { operation, trouble } = request;
      shares.add(request, isKept);
      if (trouble) troubles.set(trouble, (troubles.get(trouble) ?? 0) + Number(isKept));
      const count = counts.get(operation.name) ?? { true: 0, said: 0, isRare: operation.isRare };
      counts.set(operation.name, count);
      count.true++;
      count.said += weight;
    },
    result(cutWeight: number): Coverage {
      const all = [...counts.values()];
      const sum = (pick: (count: { true: number; said: number }) => number) =>
        all.reduce((total, count) => total + pick(count), 0);
      const errors = all.filter(({ isRare }) => !isRare).map((count) => count.said / count.true - 1);
      const seen = [...troubles.values()].filter((traces) => traces >= ENOUGH).length;
      return {
        ...shares.result(),
        troubles: seen / troubles.size,
        countError: (sum(({ said }) => said) + cutWeight) / sum((count) => count.true) - 1,
        worstCountError: errors.sort((a, b) => Math.abs(b) - Math.abs(a))[0] ?? Number.NaN,
      };
    },
  };
}
