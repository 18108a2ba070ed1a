import type { BackEnd } from '../http/back-end.ts';
import { fetchLines } from './loki.ts';
import type { OrderTrace } from './order-trace.ts';
import { isOrderId } from './trace-target.ts';

/** How far back log lines are asked for an order: as long as the mesh's Loki keeps them. */
const lookBackMs = 72 * 3600 * 1000;
/** Some lines of an order stand outside of a trace (a sweeper's), so one is not enough. */
const limit = 100;

/**
 * The trace of an order by its log lines: its first line is of the request that created it.
 * @throws {BackEndError}
 */
export async function findOrderTrace(loki: BackEnd, orderId: string): Promise<OrderTrace | undefined> {
  const lines = await fetchLines(loki, {
    ...lately(),
    filter: `order_id="${orderId}"`,
    direction: 'forward',
  });
  const traceId = lines.find((line) => line.traceId)?.traceId;
  return traceId ? { orderId, traceId } : undefined;
}

/**
 * The newest order that log lines name. Order ids begin with their time, so it has the greatest id: the newest line
 * may be about an older order.
 * @throws {BackEndError}
 */
export async function findLastOrderTrace(loki: BackEnd): Promise<OrderTrace | undefined> {
  const lines = await fetchLines(loki, { ...lately(), filter: 'order_id!=""', direction: 'backward' });
  const newest = lines
    .map((line) => line.fields['order_id'] ?? '')
    .filter(isOrderId)
    .sort()
    .at(-1);
  return newest === undefined ? undefined : findOrderTrace(loki, newest);
}

function lately() {
  const toMs = Date.now();
  return { fromMs: toMs - lookBackMs, toMs, limit };
}
