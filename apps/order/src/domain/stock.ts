import type { OrderItem, PricedItem } from './order.ts';
import type { Rejection } from './refusal.ts';
import type { Scope } from './scope.ts';

/** Held stock with its prices, or why there is none. */
export type Held =
  | { readonly held: true; readonly items: readonly PricedItem[]; readonly currency: string }
  | { readonly held: false; readonly rejection: Rejection };

/** The stock as the order service sees it. Each call is keyed by the order and may be repeated. */
export interface Stock {
  reserve(orderId: string, items: readonly OrderItem[], scope: Scope): Promise<Held>;
  /** Makes what is held final; false where it was given back meanwhile. */
  commit(orderId: string, scope: Scope): Promise<boolean>;
  /** Gives back what is held or committed. */
  release(orderId: string, scope: Scope): Promise<void>;
}
