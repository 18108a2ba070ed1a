import { confirmationsOf } from '../confirmations.ts';
import { missingServers } from './missing-servers.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

const steps = ['InventoryService/Reserve', 'InventoryService/Commit'];

export const confirmedHasSteps: TelemetryRule = {
  name: 'confirmed-has-steps',
  sentence:
    'An order that was ever CONFIRMED shows Reserve and Commit, if the request that created it confirmed it.',
  counts: 'missing',
  of: 'spans',
  find(facts) {
    const { here } = confirmationsOf(facts);
    return steps.flatMap((method) => missingServers(facts.spans, method, here));
  },
};
