import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type HttpAnswer, placeOrder } from '../../testing/place-order.ts';

export interface SteadyLoad {
  readonly gatewayUrl: string;
  readonly perSecond: number;
  readonly count: number;
}

/** What became of the orders: how many had each HTTP status. */
export type Statuses = Readonly<Record<string, number>>;

/** Places orders at a rate, whether or not the ones before have been answered; resolves when all have. */
export async function runSteadyLoad({ gatewayUrl, perSecond, count }: SteadyLoad): Promise<Statuses> {
  const start = performance.now();
  const answers: Promise<HttpAnswer>[] = [];
  for (let index = 0; index < count; index++) {
    const wait = start + (index * 1000) / perSecond - performance.now();
    if (wait > 0) await setTimeout(wait);
    const sku = `SKU-${String(1 + (index % 90)).padStart(4, '0')}`;
    answers.push(placeOrder(gatewayUrl, { key: randomUUID(), items: [{ sku, quantity: 1 }] }));
  }
  const statuses = (await Promise.all(answers)).map(({ status }) => `${status}`);
  return Object.fromEntries(
    [...Map.groupBy(statuses, (status) => status)].map(([status, all]) => [status, all.length]),
  );
}
