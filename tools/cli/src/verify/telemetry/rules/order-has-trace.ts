import { isUnsampled } from '../is-unsampled.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

export const orderHasTrace: TelemetryRule = {
  name: 'order-has-trace',
  sentence: 'An order keeps the id of its trace, and the store knows that trace, if it was kept.',
  counts: 'missing',
  of: 'spans',
  find(facts) {
    const { traceId, orders, spans } = facts;
    if (traceId === '') return orders.map(({ orderId }) => `order ${orderId} keeps no trace id`);
    return spans.length === 0 && !isUnsampled(facts) ? ['the store has no span of it'] : [];
  },
};
