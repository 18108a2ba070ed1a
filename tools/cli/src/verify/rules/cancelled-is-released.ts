import type { OrderFacts } from '../order-facts.ts';
import { orderStatus, reservationStatus } from '../status-words.ts';
import type { Rule } from './rule.ts';

export const cancelledIsReleased: Rule<OrderFacts> = {
  name: 'cancelled-is-released',
  sentence: 'A CANCELLED order has a RELEASED reservation.',
  check({ order, reservation }) {
    const status = reservationStatus(reservation);
    if (orderStatus(order) !== 'CANCELLED' || status === 'RELEASED') return undefined;
    return `it is CANCELLED, its reservation is ${status}`;
  },
};
