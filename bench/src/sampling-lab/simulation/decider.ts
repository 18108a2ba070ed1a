import type { LabRequest } from '../traffic/lab-request.ts';

/** What a policy does with simulated requests. */
export interface Decider {
  decide(request: LabRequest): Decision;
  /** How many more the counters of the process say were cut, scaled up. */
  cutWeight(): number;
}

export interface Decision {
  readonly isKept: boolean;
  /** How many requests it stands for: 0 where it was dropped, or kept for what it was. */
  readonly weight: number;
}

export const DROPPED: Decision = { isKept: false, weight: 0 };
