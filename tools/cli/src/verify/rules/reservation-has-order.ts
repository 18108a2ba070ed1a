import type { OrderFacts } from '../order-facts.ts';
import { reservationStatus } from '../status-words.ts';
import type { Rule } from './rule.ts';

export const reservationHasOrder: Rule<OrderFacts> = {
  name: 'reservation-has-order',
  sentence: 'A HELD or COMMITTED reservation belongs to an order.',
  check({ order, reservation }) {
    const status = reservationStatus(reservation);
    const takesStock = status === 'HELD' || status === 'COMMITTED';
    return takesStock && !order ? `its reservation is ${status}, but there is no such order` : undefined;
  },
};
