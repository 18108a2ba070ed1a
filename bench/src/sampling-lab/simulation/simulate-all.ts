import { deciderOf } from '../policies/decider-of.ts';
import { labPolicies } from '../policies/lab-policies.ts';
import { simulate } from './simulate.ts';
import type { Simulated } from './simulated.ts';

const SEED = 7;

/** Shows the same requests to every policy. */
export function simulateAll(requests: number, say: (sentence: string) => void): Simulated[] {
  return labPolicies.map((policy) => {
    const coverage = simulate(deciderOf(policy), requests, SEED);
    say(`${policy.name} is simulated.`);
    return { policy, coverage };
  });
}
