import type { Order, OrderIntent, PricedItem } from './order.ts';
import type { Rejection } from './refusal.ts';
import type { Scope } from './scope.ts';

/** How the reservation of an order ended. */
export type Outcome =
  | { readonly status: 'CONFIRMED'; readonly items: readonly PricedItem[]; readonly currency: string }
  | { readonly status: 'REJECTED'; readonly rejection: Rejection };

/** Where orders are kept. Each method is atomic and durable when it answers. */
export interface OrderStore {
  /** Stores the intent as a PENDING order; where customer and key are known, answers that order. */
  record(intent: OrderIntent, scope: Scope): Promise<{ order: Order; recorded: boolean }>;
  /** PENDING → the outcome; an order that has ended stays as it is. Answers the order as it is then. */
  settle(id: string, outcome: Outcome, scope: Scope): Promise<Order>;
  /** Stores the intent to cancel a CONFIRMED order. Answers the order as it is then. */
  requestCancel(id: string, scope: Scope): Promise<Order | undefined>;
  /** CONFIRMED with that intent → CANCELLED. Answers the order as it is then. */
  finishCancel(id: string, scope: Scope): Promise<Order>;
  find(id: string, scope: Scope): Promise<Order | undefined>;
  /** Newest first. */
  list(selection: { limit: number; after: string | undefined }, scope: Scope): Promise<Order[]>;
  /** PENDING, or with an unfinished cancel, and older than `olderThanMs`; oldest first. */
  unfinished(olderThanMs: number, limit: number, scope: Scope): Promise<Order[]>;
}
