import type { OrderTrace } from './order-trace.ts';
import type { LineStore } from './stores/line-store.ts';
import { isOrderId } from './trace-target.ts';

/** How far back log lines are asked for an order: as long as the mesh's Loki keeps them. */
const lookBackMs = 72 * 3600 * 1000;
/** Some lines of an order may stand outside of a trace, so one is not enough. */
const limit = 100;

/**
 * The trace of an order by its log lines: its first line is of the request that created it.
 * @throws {BackEndError}
 */
export async function findOrderTrace(store: LineStore, orderId: string): Promise<OrderTrace | undefined> {
  const { lines } = await store.linesOf({ ...lately(), about: { orderId }, direction: 'forward' });
  const traceId = lines.find((line) => line.traceId)?.traceId;
  return traceId ? { orderId, traceId } : undefined;
}

/**
 * The newest order that log lines name. Order ids begin with their time, so it has the greatest id: the newest line
 * may be about an older order.
 * @throws {BackEndError}
 */
export async function findLastOrderTrace(store: LineStore): Promise<OrderTrace | undefined> {
  const { lines } = await store.linesOf({ ...lately(), about: 'any order', direction: 'backward' });
  const newest = lines
    .map((line) => line.fields['order_id'] ?? '')
    .filter(isOrderId)
    .sort()
    .at(-1);
  return newest === undefined ? undefined : findOrderTrace(store, newest);
}

function lately() {
  const toMs = Date.now();
  return { fromMs: toMs - lookBackMs, toMs, limit };
}
