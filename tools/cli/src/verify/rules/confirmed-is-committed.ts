import type { OrderFacts } from '../order-facts.ts';
import { orderStatus, reservationStatus } from '../status-words.ts';
import type { Rule } from './rule.ts';

export const confirmedIsCommitted: Rule<OrderFacts> = {
  name: 'confirmed-is-committed',
  sentence: 'A CONFIRMED order has a COMMITTED reservation, same lines and prices.',
  check({ order, reservation }) {
    if (orderStatus(order) !== 'CONFIRMED') return undefined;
    const status = reservationStatus(reservation);
    if (status !== 'COMMITTED') return `it is CONFIRMED, its reservation is ${status}`;
    const ordered = linesOf(order?.items, order?.currency);
    const reserved = linesOf(reservation?.lines, reservation?.currency);
    return ordered === reserved ? undefined : `it says [${ordered}], its reservation [${reserved}]`;
  },
};

interface Line {
  readonly sku: string;
  readonly quantity: number;
  readonly priceMinor: string;
}

function linesOf(lines: readonly Line[] = [], currency = ''): string {
  return lines
    .map(({ sku, quantity, priceMinor }) => `${quantity} x ${sku} at ${priceMinor} ${currency}`)
    .sort()
    .join(', ');
}
