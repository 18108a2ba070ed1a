import type { LabPolicy } from '../policies/lab-policy.ts';
import type { Coverage } from './coverage.ts';

export interface Simulated {
  readonly policy: LabPolicy;
  readonly coverage: Coverage;
}
