import type { Refusal } from './refusal.ts';

/** HELD → COMMITTED → RELEASED, or HELD → RELEASED. REJECTED and RELEASED are the end. */
export type ReservationStatus = 'HELD' | 'COMMITTED' | 'RELEASED' | 'REJECTED';

export interface Line {
  readonly sku: string;
  readonly quantity: number;
}

export interface ReservedLine extends Line {
  /** The unit price at the moment of the reservation. */
  readonly priceMinor: number;
}

/** A call that reserves: its trace, and its span in that. Empty where there is none. */
export interface MadeBy {
  readonly traceId: string;
  readonly spanId: string;
}

export interface Reservation {
  readonly orderId: string;
  readonly status: ReservationStatus;
  /** By SKU; empty for the tombstone that an early Release leaves. */
  readonly lines: readonly ReservedLine[];
  readonly currency: string;
  /** Why it is REJECTED. */
  readonly refusal: Refusal | undefined;
  readonly createTime: Date;
  readonly expireTime: Date;
}

const key = ({ sku, quantity }: Line) => `${sku} ${quantity}`;

/** True where both ask for the same, in whatever order. */
export function sameLines(a: readonly Line[], b: readonly Line[]): boolean {
  const [left, right] = [a, b].map((lines) => lines.map(key).sort());
  return left?.join() === right?.join();
}
