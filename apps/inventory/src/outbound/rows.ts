import type { Refusal } from '../domain/refusal.ts';
import type { Reservation, ReservationStatus, ReservedLine } from '../domain/reservation.ts';
import type { AuditedStock, Stock } from '../domain/stock.ts';

/** A row as pg gives it: bigint is text. */
export interface StockRow {
  readonly sku: string;
  readonly name: string;
  readonly price_minor: string;
  readonly currency: string;
  readonly total: number;
  readonly available: number;
}

export interface AuditedStockRow extends StockRow {
  readonly held: string;
  readonly committed: string;
}

export interface ReservationRow {
  readonly order_id: string;
  readonly status: ReservationStatus;
  readonly lines: readonly ReservedLine[];
  readonly currency: string;
  readonly refusal: 'OUT_OF_STOCK' | 'UNKNOWN_SKU' | null;
  readonly refused_sku: string | null;
  readonly create_time: Date;
  readonly expire_time: Date;
}

export function toStock({ sku, name, price_minor, currency, total, available }: StockRow): Stock {
  return { sku, name, priceMinor: Number(price_minor), currency, total, available };
}

export function toAuditedStock(row: AuditedStockRow): AuditedStock {
  return { ...toStock(row), held: Number(row.held), committed: Number(row.committed) };
}

export function toReservation(row: ReservationRow): Reservation {
  const {
    order_id: orderId,
    status,
    lines,
    currency,
    create_time: createTime,
    expire_time: expireTime,
  } = row;
  return { orderId, status, lines, currency, refusal: toRefusal(row), createTime, expireTime };
}

function toRefusal({ refusal, refused_sku: sku }: ReservationRow): Refusal | undefined {
  return refusal === null || sku === null ? undefined : { kind: refusal, sku };
}
