import type { Timestamp } from '@mesh/protos/gen/google/protobuf/Timestamp';
import type { Order } from '@mesh/protos/gen/mesh/gateway/v1/Order';

/**
 * An order in JSON: proto3 JSON (int64 as text, time as RFC 3339), but for the status, which stands
 * without its prefix.
 */
export function orderToJson(order: Order): object {
  const { id, status, customerId, items, totalMinor, currency, traceId, createTime } = order;
  return {
    id,
    status: String(status).replace('ORDER_STATUS_', ''),
    customerId,
    items,
    totalMinor,
    currency,
    traceId,
    createTime: toRfc3339(createTime),
  };
}

function toRfc3339(time: Timestamp | null | undefined): string {
  return new Date(Number(time?.seconds ?? 0) * 1000 + (time?.nanos ?? 0) / 1e6).toISOString();
}
