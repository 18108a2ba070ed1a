import { traffic } from '../traffic/traffic.ts';
import { type Coverage, createCoverage } from './coverage.ts';
import type { Decider } from './decider.ts';

/** Shows that many requests to a policy. */
export function simulate(decider: Decider, requests: number, seed: number): Coverage {
  const coverage = createCoverage();
  for (const request of traffic(requests, seed)) coverage.add(request, decider.decide(request));
  return coverage.result(decider.cutWeight());
}
