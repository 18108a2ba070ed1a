import { orderLines } from '../../../trace/testing/order-lines.ts';
import { longAgoNs, orderId, orderServices, traceId } from '../../../trace/testing/order-trace.ts';
import { readMadeUp } from '../../../trace/testing/read.ts';
import type { TraceFacts } from '../trace-facts.ts';

const { spans, lines } = readMadeUp(orderServices, orderLines);
const createdMs = Number(longAgoNs / 1_000_000n);

/** The whole telemetry of one CONFIRMED order, with changes. Its spans: see `orderServices`. */
export function orderFacts(change: Partial<TraceFacts> = {}): TraceFacts {
  return {
    ...{ traceId, orders: [{ orderId, status: 'CONFIRMED', traceId, createdMs }] },
    ...{ spans, repeatedSpans: [], lines, repeatedLines: [] },
    ...change,
  };
}
