import { finishedElsewhere } from '../finished-elsewhere.ts';
import { serverSpansOf } from './server-spans-of.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

const steps = ['InventoryService/Reserve', 'InventoryService/Commit'];

export const confirmedHasSteps: TelemetryRule = {
  name: 'confirmed-has-steps',
  sentence: 'A CONFIRMED order shows Reserve and Commit, if the request that created it confirmed it.',
  counts: 'missing',
  of: 'spans',
  find(facts) {
    const confirmed = facts.orders.filter(({ status }) => status === 'CONFIRMED').length;
    if (facts.spans.length === 0 || finishedElsewhere(facts)) return [];
    return steps
      .filter((method) => serverSpansOf(facts.spans, method).length < confirmed)
      .map((method) => `the server's span of ${method} for a CONFIRMED order`);
  },
};
