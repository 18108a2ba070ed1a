import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';
import { orderStatus } from '../status-words.ts';

/** An order as far as its telemetry is concerned. */
export interface TracedOrder {
  readonly orderId: string;
  /** Without the prefix of the proto enum. */
  readonly status: string;
  /** Of the request that created it: 32 hex digits; empty where the order keeps no such id. */
  readonly traceId: string;
  /** Epoch milliseconds. */
  readonly createdMs: number;
}

export function readTracedOrder(order: Order__Output): TracedOrder {
  const { seconds = '0', nanos = 0 } = order.createTime ?? {};
  const createdMs = Number(seconds) * 1000 + nanos / 1e6;
  // Stores write the id into their queries as it is.
  const traceId = /^[0-9a-f]{32}$/.test(order.traceId) ? order.traceId : '';
  return { orderId: order.id, status: orderStatus(order), traceId, createdMs };
}
