import { randomBytes, randomUUID } from 'node:crypto';
import { placeOrder } from '../../testing/place-order.ts';

/** One request of each kind of outcome, by name, and the id of its trace. */
export type Scenario = Readonly<Record<string, string>>;

/** Makes requests that end in every way that a client sees, and some more beside them. */
export async function playScenario(gatewayUrl: string): Promise<Scenario> {
  const traces: Record<string, string> = {};
  const traced = (name: string) => {
    const traceId = randomBytes(16).toString('hex');
    traces[name] = traceId;
    return { traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` };
  };
  const items = [{ sku: 'SKU-0002', quantity: 1 }];
  const key = randomUUID();
  const place = (name: string, request: Partial<Parameters<typeof placeOrder>[1]> = {}) =>
    placeOrder(gatewayUrl, { key: randomUUID(), items, headers: traced(name), ...request });
  const call = (name: string, path: string, method = 'GET') =>
    fetch(gatewayUrl + path, { method, headers: traced(name) }).then((answer) => answer.arrayBuffer());
  const { body } = await place('an order', { key });
  await place('the same order again', { key });
  await place('an order of too much', { items: [{ sku: 'SKU-0091', quantity: 9999 }] });
  await place('an order of nothing', { items: [] });
  await place('an order of an unknown product', { items: [{ sku: 'SKU-9999', quantity: 1 }] });
  await call('an order that is not there', `/v1/orders/${randomUUID()}`);
  await call('a cancel', `/v1/orders/${String(body['id'])}`, 'DELETE');
  await call('a list', '/v1/products?pageSize=3');
  await call('a path that is not there', '/v1/nothing');
  return traces;
}
