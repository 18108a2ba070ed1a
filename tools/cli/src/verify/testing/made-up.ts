import type { Reservation__Output } from '@mesh/protos/gen/mesh/inventory/v1/Reservation';
import type { Stock__Output } from '@mesh/protos/gen/mesh/inventory/v1/Stock';
import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';

export type OrderStatus = 'PENDING' | 'CONFIRMED' | 'REJECTED' | 'CANCELLED';
export type ReservationStatus = 'HELD' | 'COMMITTED' | 'RELEASED' | 'REJECTED';

/** A UUID that ends in `n`. */
export function orderId(n: number): string {
  return `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

const [sku, quantity, priceMinor] = ['SKU-0001', 2, '1299'];

/** An order of 2 x SKU-0001 by customer c-1 with key `k-n`. */
export function madeUpOrder(
  n: number,
  status: OrderStatus,
  change: Partial<Order__Output> = {},
): Order__Output {
  const isPriced = status === 'CONFIRMED' || status === 'CANCELLED';
  return {
    ...{ id: orderId(n), customerId: 'c-1', idempotencyKey: `k-${n}`, traceId: '', createTime: null },
    status: `ORDER_STATUS_${status}`,
    items: [{ sku, quantity, priceMinor: isPriced ? priceMinor : '0' }],
    totalMinor: isPriced ? '2598' : '0',
    currency: isPriced ? 'EUR' : '',
    ...change,
  };
}

/** The reservation that belongs to `madeUpOrder(n)`. */
export function madeUpReservation(
  n: number,
  status: ReservationStatus,
  change: Partial<Reservation__Output> = {},
): Reservation__Output {
  return {
    ...{ orderId: orderId(n), status: `RESERVATION_STATUS_${status}`, currency: 'EUR' },
    lines: [{ sku, quantity, priceMinor }],
    ...{ createTime: null, expireTime: null },
    ...change,
  };
}

/** SKU-0001 with 100 in stock, some of them taken. */
export function madeUpStock(change: Partial<Stock__Output> = {}): Stock__Output {
  const { held = 0, committed = 0, total = 100 } = change;
  const available = total - held - committed;
  return { sku, name: '', priceMinor, currency: 'EUR', total, available, held, committed, ...change };
}
