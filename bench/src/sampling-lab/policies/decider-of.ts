import type { Decider } from '../simulation/decider.ts';
import { engineDecider } from '../simulation/engine-decider.ts';
import { tailDecider } from '../simulation/tail-decider.ts';
import type { LabPolicy } from './lab-policy.ts';

export function deciderOf({ isTail, document }: LabPolicy): Decider {
  return isTail ? tailDecider() : engineDecider(document);
}
