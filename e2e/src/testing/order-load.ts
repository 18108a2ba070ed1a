import { setTimeout } from 'node:timers/promises';
import { type HttpAnswer, type OrderRequest, placeOrder } from './place-order.ts';

/** What a client saw at the end of one order: it retried with its key until the answer was definite. */
export interface LedgerEntry {
  readonly key: string;
  readonly customerId: string;
  readonly id: string;
  readonly status: string;
}

export interface LoadOptions {
  readonly gatewayUrl: string;
  readonly concurrency: number;
  /** The next order, or undefined when there are no more. */
  readonly next: () => OrderRequest | undefined;
}

/** Places orders, each until its outcome is known; 5xx and broken connections are tried again. */
export async function runLoad({ gatewayUrl, concurrency, next }: LoadOptions): Promise<LedgerEntry[]> {
  const ledger: LedgerEntry[] = [];
  const client = async () => {
    for (let request = next(); request !== undefined; request = next()) {
      ledger.push(await settle(gatewayUrl, request));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, client));
  return ledger;
}

/** Far more than any outage of a test lasts. */
const maxTries = 600;

async function settle(gatewayUrl: string, request: OrderRequest): Promise<LedgerEntry> {
  for (let attempt = 0; attempt < maxTries; attempt++) {
    const answer = await placeOrder(gatewayUrl, request).catch(() => undefined);
    if (answer !== undefined && answer.status < 500) return entryOf(request, answer);
    await setTimeout(100);
  }
  throw new Error(`${request.key} got no definite answer`);
}

function entryOf({ key, customerId = 'c-1' }: OrderRequest, { status, body }: HttpAnswer): LedgerEntry {
  if (status === 201 || status === 200)
    return { key, customerId, id: String(body['id']), status: String(body['status']) };
  if (status === 409) return { key, customerId, id: String(body['orderId']), status: 'REJECTED' };
  throw new Error(`${key} was answered ${status}: ${JSON.stringify(body)}`);
}
