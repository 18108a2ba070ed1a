import type { LabRequest } from '../traffic/lab-request.ts';

/** Kept of all, and kept of those that one looks for. */
export interface Shares {
  readonly kept: number;
  readonly errors: number;
  readonly slow: number;
  readonly rare: number;
}

type Kind = keyof Shares;

export function createShares() {
  const all: Record<Kind, number> = { kept: 0, errors: 0, slow: 0, rare: 0 };
  const kept = { ...all };
  const count = (kind: Kind, isKept: boolean) => {
    all[kind]++;
    if (isKept) kept[kind]++;
  };
  const share = (kind: Kind) => kept[kind] / all[kind];
  return {
    add({ isFailed, isSlow, operation }: LabRequest, isKept: boolean): void {
      count('kept', isKept);
      if (isFailed) count('errors', isKept);
      if (isSlow) count('slow', isKept);
      if (operation.isRare) count('rare', isKept);
    },
    result: (): Shares => ({
      kept: share('kept'),
      errors: share('errors'),
      slow: share('slow'),
      rare: share('rare'),
    }),
  };
}
