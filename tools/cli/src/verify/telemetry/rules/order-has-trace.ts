import type { TelemetryRule } from './telemetry-rule.ts';

export const orderHasTrace: TelemetryRule = {
  name: 'order-has-trace',
  sentence: 'An order keeps the id of its trace, and the store knows that trace.',
  counts: 'missing',
  of: 'spans',
  find({ traceId, orders, spans }) {
    if (traceId === '') return orders.map(({ orderId }) => `order ${orderId} keeps no trace id`);
    return spans.length === 0 ? ['the store has no span of it'] : [];
  },
};
