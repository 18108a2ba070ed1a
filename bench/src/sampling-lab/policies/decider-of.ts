import { captureDecider } from '../simulation/capture-decider.ts';
import type { Decider } from '../simulation/decider.ts';
import { engineDecider } from '../simulation/engine-decider.ts';
import { tailDecider } from '../simulation/tail-decider.ts';
import type { LabPolicy } from './lab-policy.ts';

export function deciderOf({ after, document }: LabPolicy): Decider {
  if (after === 'tail') return tailDecider();
  return after === 'capture' ? captureDecider(document) : engineDecider(document);
}
