import type { OrderFacts } from '../order-facts.ts';
import { acknowledgedExists } from './acknowledged-exists.ts';
import { acknowledgedOnce } from './acknowledged-once.ts';
import { acknowledgedStatusKept } from './acknowledged-status-kept.ts';
import { cancelledIsReleased } from './cancelled-is-released.ts';
import { confirmedIsCommitted } from './confirmed-is-committed.ts';
import { noOversell } from './no-oversell.ts';
import { oneOrderAKey } from './one-order-a-key.ts';
import { orderIsSettled } from './order-is-settled.ts';
import { rejectedHoldsNothing } from './rejected-holds-nothing.ts';
import { reservationHasOrder } from './reservation-has-order.ts';
import { reservationIsSettled } from './reservation-is-settled.ts';
import type { Rule } from './rule.ts';
import { stockAddsUp } from './stock-adds-up.ts';
import { totalAddsUp } from './total-adds-up.ts';

const ledgerRules: readonly Rule<OrderFacts>[] = [acknowledgedExists, acknowledgedStatusKept];

/** Every rule about a single order. */
export const orderRules: readonly Rule<OrderFacts>[] = [
  confirmedIsCommitted,
  cancelledIsReleased,
  rejectedHoldsNothing,
  reservationHasOrder,
  orderIsSettled,
  reservationIsSettled,
  totalAddsUp,
  ...ledgerRules,
];

type AnyRule = Pick<Rule<never>, 'name' | 'sentence'>;

/** Every rule there is, as they are listed; some need a ledger to say anything. */
export function rulesFor(hasLedger: boolean): readonly AnyRule[] {
  const always = [
    stockAddsUp,
    noOversell,
    oneOrderAKey,
    ...orderRules.filter((rule) => !ledgerRules.includes(rule)),
  ];
  return hasLedger ? [...always, ...ledgerRules, acknowledgedOnce] : always;
}
