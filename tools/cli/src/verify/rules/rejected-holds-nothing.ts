import type { OrderFacts } from '../order-facts.ts';
import { orderStatus, reservationStatus } from '../status-words.ts';
import type { Rule } from './rule.ts';

const harmless = new Set(['absent', 'REJECTED', 'RELEASED']);

export const rejectedHoldsNothing: Rule<OrderFacts> = {
  name: 'rejected-holds-nothing',
  sentence: 'A REJECTED order has no reservation, or one REJECTED or RELEASED.',
  check({ order, reservation }) {
    const status = reservationStatus(reservation);
    if (orderStatus(order) !== 'REJECTED' || harmless.has(status)) return undefined;
    return `it is REJECTED, its reservation is ${status}`;
  },
};
