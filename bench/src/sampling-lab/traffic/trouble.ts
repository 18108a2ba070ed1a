import { type LabOperation, OPERATIONS } from './operations.ts';
import type { Random } from './random.ts';

/** A few minutes in which one operation fails or is slow far more often than it is otherwise. */
export interface Trouble {
  readonly operation: LabOperation;
  readonly kind: 'failing' | 'slow';
  /** Of its requests: 0 to 1. */
  readonly share: number;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

const MEAN_PAUSE_MS = 400_000;
const SHORTEST_MS = 30_000;
const LONGEST_MS = 180_000;
const MILDEST = 0.1;
const WORST = 0.9;

/** One after the other, of popular operations: nobody would see it in one with four calls an hour. */
export function nextTrouble(after: number, random: Random): Trouble {
  const popular = OPERATIONS.filter(({ isRare }) => !isRare);
  const operation = popular[Math.floor(random.share() * popular.length)] as LabOperation;
  const kind = random.share() < 0.5 ? 'failing' : 'slow';
  const share = between(MILDEST, WORST, random);
  const from = after + random.exponential() * MEAN_PAUSE_MS;
  return { operation, kind, share, from, to: from + between(SHORTEST_MS, LONGEST_MS, random) };
}

function between(least: number, most: number, random: Random): number {
  return least + random.share() * (most - least);
}
