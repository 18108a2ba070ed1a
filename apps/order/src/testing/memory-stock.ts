import type { OrderItem } from '../domain/order.ts';
import type { Rejection } from '../domain/refusal.ts';
import type { Stock } from '../domain/stock.ts';

interface Reservation {
  status: 'HELD' | 'COMMITTED' | 'RELEASED' | 'REJECTED';
  readonly items: readonly OrderItem[];
  readonly rejection?: Rejection;
}

/** A Stock that keeps its promises in memory: each unit costs 250, `available` is by SKU. */
export function memoryStock(available: Record<string, number>) {
  const reservations = new Map<string, Reservation>();
  const take = (items: readonly OrderItem[], sign: 1 | -1) => {
    for (const { sku, quantity } of items) available[sku] = (available[sku] ?? 0) - sign * quantity;
  };
  const open = (items: readonly OrderItem[]): Reservation => {
    const unknown = items.find(({ sku }) => available[sku] === undefined);
    if (unknown) return { status: 'REJECTED', items, rejection: { kind: 'UNKNOWN_SKU', sku: unknown.sku } };
    const short = items.find(({ sku, quantity }) => (available[sku] ?? 0) < quantity);
    if (short) return { status: 'REJECTED', items, rejection: { kind: 'OUT_OF_STOCK', sku: short.sku } };
    take(items, 1);
    return { status: 'HELD', items };
  };
  const stock: Stock = {
    async reserve(orderId, items) {
      const reservation = reservations.get(orderId) ?? open(items);
      reservations.set(orderId, reservation);
      if (reservation.rejection) return { held: false, rejection: reservation.rejection };
      if (reservation.status === 'RELEASED')
        return { held: false, rejection: { kind: 'RESERVATION_EXPIRED' } };
      return { held: true, items: items.map((item) => ({ ...item, priceMinor: 250 })), currency: 'EUR' };
    },
    async commit(orderId) {
      const reservation = reservations.get(orderId);
      if (reservation === undefined) throw new Error('there is no reservation');
      if (reservation.status === 'HELD') reservation.status = 'COMMITTED';
      return reservation.status === 'COMMITTED';
    },
    async release(orderId) {
      const reservation = reservations.get(orderId) ?? { status: 'RELEASED', items: [] };
      reservations.set(orderId, reservation);
      if (reservation.status === 'HELD' || reservation.status === 'COMMITTED') take(reservation.items, -1);
      if (reservation.status !== 'REJECTED') reservation.status = 'RELEASED';
    },
  };
  return { ...stock, available, statusOf: (orderId: string) => reservations.get(orderId)?.status };
}
