import { randomUUID } from 'node:crypto';
import { placeOrder } from '../../testing/place-order.ts';
import { readLines } from '../../testing/read-lines.ts';
import { untilSpans } from '../../testing/read-trace.ts';
import { until } from '../../testing/until.ts';
import type { Stack } from '../testing/open-stack.ts';

/** What an order leaves: spans of the edge, two services and the database, and the lines of each. */
export const whole = { spans: 11, lines: 5 } as const;

export interface CrowdedOrder {
  readonly orderId: string;
  readonly traceId: string;
  /** The `link` header of its answer, by `rel`. */
  readonly links: Readonly<Record<string, string>>;
}

/** Places one order with others beside it, and waits until all of it can be read. */
export async function placeOrderInACrowd(stack: Stack): Promise<CrowdedOrder> {
  const items = [{ sku: 'SKU-0003', quantity: 1 }];
  const place = () => placeOrder(stack.gatewayUrl, { key: randomUUID(), items });
  const [{ body, headers }] = await Promise.all([place(), ...Array.from({ length: 10 }, place)]);
  const traceId = headers.get('x-trace-id') ?? '';
  await untilSpans(stack, traceId, whole.spans);
  await until('its lines', async () => (await readLines(stack, traceId)).length >= whole.lines);
  const pairs = [...(headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)];
  const links = Object.fromEntries(pairs.map(([, url = '', rel = '']) => [rel, url]));
  return { orderId: String(body['id']), traceId, links };
}
