import { spanStatus } from '../../trace/span-status.ts';
import { createOrder } from './rules/order-has-create.ts';
import { serverSpansOf } from './rules/server-spans-of.ts';
import type { TraceFacts } from './trace-facts.ts';

/** How many orders of a trace were CONFIRMED, by whom. */
export interface Confirmations {
  /** By the requests that created them. */
  readonly here: number;
  /**
   * By a sweeper, or by the same request repeated, in another trace: the caller of the first went away, its time was
   * over, or a service was not there.
   */
  readonly elsewhere: number;
}

export function confirmationsOf({ spans, orders }: Pick<TraceFacts, 'spans' | 'orders'>): Confirmations {
  // Only what was CONFIRMED can be CANCELLED.
  const confirmed = orders.filter(({ status }) => status === 'CONFIRMED' || status === 'CANCELLED').length;
  const created = serverSpansOf(spans, createOrder);
  const here = Math.min(confirmed, created.filter((span) => spanStatus(span) === 'OK').length);
  // How a CreateOrder ended that is not there nobody knows: it is missing, and excuses nothing.
  const lost = Math.max(0, orders.length - created.length);
  return { here, elsewhere: Math.max(0, confirmed - here - lost) };
}
