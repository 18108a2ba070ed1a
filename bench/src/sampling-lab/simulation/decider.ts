import type { LabRequest } from '../traffic/lab-request.ts';

/** What a policy does with simulated requests. */
export interface Decider {
  /** @returns how many requests a kept one stands for; 0 when it is dropped */
  weightOf(request: LabRequest): number;
  /** How many more the counters of the process say were cut, scaled up. */
  cutWeight(): number;
}
