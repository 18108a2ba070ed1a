import type { OrderFacts } from '../order-facts.ts';
import { reservationStatus } from '../status-words.ts';
import type { Rule } from './rule.ts';

const outcomes = new Set(['absent', 'COMMITTED', 'RELEASED', 'REJECTED']);

export const reservationIsSettled: Rule<OrderFacts> = {
  name: 'reservation-is-settled',
  sentence: 'A reservation does not stay HELD.',
  check({ reservation }) {
    const status = reservationStatus(reservation);
    return outcomes.has(status) ? undefined : `its reservation is still ${status}`;
  },
};
