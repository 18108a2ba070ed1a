import { missingServers } from './missing-servers.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

export const createOrder = 'OrderService/CreateOrder';

export const orderHasCreate: TelemetryRule = {
  name: 'order-has-create',
  sentence: 'An order shows the CreateOrder that created it, however that ended.',
  counts: 'missing',
  of: 'spans',
  // Where there is no span at all, order-has-trace says so.
  find: ({ spans, orders }) => (spans.length === 0 ? [] : missingServers(spans, createOrder, orders.length)),
};
