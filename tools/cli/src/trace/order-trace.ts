import { z } from 'zod';
import type { BackEnd } from '../http/back-end.ts';
import { getJson } from '../http/get-json.ts';
import { readOtlpId } from './stores/otlp-id.ts';

/** Short, because the log lines are asked next where the gateway does not answer. */
const timeoutMs = 3000;

/** An order and the trace of the request that created it. */
export interface OrderTrace {
  readonly orderId: string;
  readonly traceId: string;
}

const order = z
  .object({ id: z.string(), traceId: z.string() })
  .transform(({ id, traceId }) => ({ orderId: id, traceId: readOtlpId(traceId, 16) }));
const page = z.object({ orders: z.array(z.unknown()).default([]) });

/**
 * The trace of an order as the gateway knows it; undefined where it does not know the order.
 * @throws {BackEndError}
 */
export async function fetchOrderTrace(gateway: BackEnd, orderId: string): Promise<OrderTrace | undefined> {
  const { json } = await getJson(gateway, `/v1/orders/${orderId}`, { timeoutMs });
  return readOrder(json);
}

/**
 * The trace of the newest order; undefined where there is no order.
 * @throws {BackEndError}
 */
export async function fetchLastOrderTrace(gateway: BackEnd): Promise<OrderTrace | undefined> {
  const { json } = await getJson(gateway, '/v1/orders?pageSize=1', { timeoutMs });
  return readOrder(page.safeParse(json).data?.orders[0]);
}

function readOrder(json: unknown): OrderTrace | undefined {
  const { orderId, traceId } = order.safeParse(json).data ?? {};
  return orderId && traceId ? { orderId, traceId } : undefined;
}
