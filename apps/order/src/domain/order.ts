import type { Rejection } from './refusal.ts';

/** PENDING → CONFIRMED or REJECTED; CONFIRMED → CANCELLED. Nothing else. */
export type OrderStatus = 'PENDING' | 'CONFIRMED' | 'REJECTED' | 'CANCELLED';

export interface OrderItem {
  readonly sku: string;
  readonly quantity: number;
}

export interface PricedItem extends OrderItem {
  /** The unit price in minor units, fixed by the reservation; 0 until then. */
  readonly priceMinor: number;
}

/** What an order asks for and by which key it is known; durable before anything is done for it. */
export interface OrderIntent {
  readonly customerId: string;
  readonly idempotencyKey: string;
  readonly items: readonly OrderItem[];
  /** The call that asks for it: its trace, and its span in that. Empty where there is none. */
  readonly traceId: string;
  readonly spanId: string;
}

export interface Order extends OrderIntent {
  readonly id: string;
  readonly status: OrderStatus;
  readonly items: readonly PricedItem[];
  readonly totalMinor: number;
  readonly currency: string;
  /** Why it is REJECTED. */
  readonly rejection: Rejection | undefined;
  readonly createTime: Date;
}

const key = ({ sku, quantity }: OrderItem) => `${sku} ${quantity}`;

/** True where both ask for the same, in whatever order. */
export function sameItems(a: readonly OrderItem[], b: readonly OrderItem[]): boolean {
  const [left, right] = [a, b].map((items) => items.map(key).sort());
  return left?.join() === right?.join();
}

export function totalOf(items: readonly PricedItem[]): number {
  return items.reduce((sum, { quantity, priceMinor }) => sum + quantity * priceMinor, 0);
}
