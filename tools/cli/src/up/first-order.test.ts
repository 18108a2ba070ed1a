import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { placeFirstOrder } from './first-order.ts';

const never = new AbortController().signal;

/** A gateway that gives one answer, and the requests that it got. */
async function gateway(t: TestContext, status: number, answer: unknown) {
  const requests: { request: IncomingMessage; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ request, body: await json(request) });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, requests };
}

test('the order is placed with a key of its own, and its trace id comes back', async (t) => {
  const order = { id: 'o-1', status: 'CONFIRMED', traceId: 'ab'.repeat(16) };
  const { url, requests } = await gateway(t, 201, { ...order, totalMinor: '5' });
  assert.deepEqual(await placeFirstOrder(url, never), order);
  await placeFirstOrder(url, never);
  assert.deepEqual(requests[0]?.body, { customerId: 'c-1', items: [{ sku: 'SKU-0001', quantity: 2 }] });
  const [first, second] = requests.map(({ request }) => request.headers['idempotency-key']);
  assert.ok(first && first !== second);
});

test('a refusal comes out with what the problem details say', async (t) => {
  const { url } = await gateway(t, 409, { title: 'Conflict', detail: 'SKU-0001 is out of stock.' });
  await assert.rejects(placeFirstOrder(url, never), { message: 'HTTP 409: SKU-0001 is out of stock.' });
});
