import type { Order, OrderStatus, PricedItem } from '../domain/order.ts';
import type { Rejection } from '../domain/refusal.ts';

/** A row as pg gives it: bigint is text. */
export interface OrderRow {
  readonly id: string;
  readonly customer_id: string;
  readonly idempotency_key: string;
  readonly status: OrderStatus;
  readonly items: readonly PricedItem[];
  readonly total_minor: string;
  readonly currency: string;
  readonly rejection: Rejection['kind'] | null;
  readonly rejected_sku: string | null;
  readonly trace_id: string;
  readonly span_id: string;
  readonly create_time: Date;
}

export function toOrder(row: OrderRow): Order {
  return {
    id: row.id,
    customerId: row.customer_id,
    idempotencyKey: row.idempotency_key,
    status: row.status,
    items: row.items,
    totalMinor: Number(row.total_minor),
    currency: row.currency,
    rejection: toRejection(row),
    traceId: row.trace_id,
    spanId: row.span_id,
    createTime: row.create_time,
  };
}

function toRejection({ rejection: kind, rejected_sku: sku }: OrderRow): Rejection | undefined {
  if (kind === null) return undefined;
  return kind === 'RESERVATION_EXPIRED' ? { kind } : { kind, sku: sku ?? '' };
}
