import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** What of the answer is needed to show the order's path. */
const placed = z.object({ id: z.string(), status: z.string(), traceId: z.string() });
const problem = z.object({ title: z.string(), detail: z.string().optional() });

export type FirstOrder = z.infer<typeof placed>;

const TIMEOUT_MS = 10_000;

/** The order that `mesh up` places, and that its help shows how to place by hand. */
export const EXAMPLE_ORDER = { customerId: 'c-1', items: [{ sku: 'SKU-0001', quantity: 2 }] };

/** Places one real order at a gateway. Rejects with a sentence when that does not work. */
export async function placeFirstOrder(gatewayUrl: string, stop: AbortSignal): Promise<FirstOrder> {
  const response = await fetch(`${gatewayUrl}/v1/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `mesh-up-${randomUUID()}` },
    body: JSON.stringify(EXAMPLE_ORDER),
    signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  const body: unknown = await response.json();
  if (response.ok) return placed.parse(body);
  const { title, detail } = problem.parse(body);
  throw new Error(`HTTP ${response.status}: ${detail ?? title}`);
}
