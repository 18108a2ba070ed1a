import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RpcError, status } from '@mesh/rpc';
import { goodOrder, post, problemOf } from '../testing/call.ts';
import { startGateway } from '../testing/gateway.ts';

/** The problem that a client sees where the order service answers this. */
async function problemFor(t: Parameters<typeof startGateway>[0], error: Error) {
  const createOrder = () => Promise.reject(error);
  const { url, lines } = await startGateway(t, { order: { createOrder } });
  return { ...(await problemOf(`${url}/v1/orders`, post(goodOrder))), lines };
}

test('OUT_OF_STOCK is 409 and names the order', async (t) => {
  const error = new RpcError(status.FAILED_PRECONDITION, 'there is not enough MUG in stock', {
    reason: 'OUT_OF_STOCK',
    metadata: { orderId: 'o-1', sku: 'MUG' },
  });
  const { type, title, status: code, detail, reason, orderId } = await problemFor(t, error);
  assert.deepEqual(
    [type, title, code, detail, reason, orderId],
    [
      'urn:mesh:problem:out-of-stock',
      'Conflict',
      409,
      'there is not enough MUG in stock',
      'OUT_OF_STOCK',
      'o-1',
    ],
  );
});

test('IDEMPOTENCY_KEY_REUSED is 422', async (t) => {
  const error = new RpcError(status.INVALID_ARGUMENT, 'use a new key', { reason: 'IDEMPOTENCY_KEY_REUSED' });
  const problem = await problemFor(t, error);
  assert.deepEqual([problem.status, problem.type], [422, 'urn:mesh:problem:idempotency-key-reused']);
  assert.equal(problem.headers.get('retry-after'), null);
});

test('bad input that the service found is 400 with its fields', async (t) => {
  const violations = [
    { field: 'items[0].quantity', description: 'must be 1 to 10000, not 0' },
    { field: 'customerId', description: 'must be 1 to 64 of A-Z a-z 0-9 . _ -' },
  ];
  const problem = await problemFor(
    t,
    new RpcError(status.INVALID_ARGUMENT, 'items[0].quantity …', { violations }),
  );
  assert.equal(problem.status, 400);
  assert.deepEqual(
    problem.errors,
    violations.map(({ field, description }) => ({ field, message: description })),
  );
});

const pairs: readonly [code: status, http: number][] = [
  [status.NOT_FOUND, 404],
  [status.ALREADY_EXISTS, 409],
  [status.ABORTED, 409],
  [status.PERMISSION_DENIED, 403],
  [status.UNAUTHENTICATED, 401],
  [status.RESOURCE_EXHAUSTED, 429],
  [status.OUT_OF_RANGE, 400],
  [status.UNIMPLEMENTED, 501],
  [status.DATA_LOSS, 500],
  [status.UNKNOWN, 500],
];

test('each gRPC status has its HTTP status', async (t) => {
  const getOrder = ({ id }: { id: string }) => Promise.reject(new RpcError(Number(id), 'no'));
  const { url } = await startGateway(t, { order: { getOrder } });
  for (const [code, http] of pairs) {
    assert.equal((await problemOf(`${url}/v1/orders/${code}`)).status, http, status[code]);
  }
});

for (const [code, http] of [
  [status.UNAVAILABLE, 503],
  [status.DEADLINE_EXCEEDED, 504],
] as const) {
  test(`${status[code]} is ${http} and says when to try again`, async (t) => {
    const problem = await problemFor(t, new RpcError(code, 'not now', { retryAfterMs: 1000 }));
    assert.deepEqual([problem.status, problem.headers.get('retry-after')], [http, '1']);
  });
}

test('a service that is away is 503 without its address', async (t) => {
  const { url, order } = await startGateway(t);
  await order.stop(100);
  const problem = await problemOf(`${url}/v1/orders`, post(goodOrder));
  assert.deepEqual([problem.status, problem.headers.get('retry-after')], [503, '1']);
  assert.equal(problem.detail, 'order is not available');
  assert.doesNotMatch(JSON.stringify(problem), /127\.0\.0\.1:\d+.*ECONN|:\d{5}/);
});

test('what nobody foresaw is 500 without a word of it', async (t) => {
  const problem = await problemFor(t, new Error('password=hunter2'));
  assert.equal(problem.status, 500);
  assert.doesNotMatch(JSON.stringify(problem), /hunter2|stack|Error:/);
  assert.equal(problem.lines.filter(({ level }) => level === 'error').length, 1);
});

test('an answer without an order is 500, not a crash and not an empty order', async (t) => {
  const { url, lines } = await startGateway(t, { order: { getOrder: async () => ({}) } });
  assert.equal((await problemOf(`${url}/v1/orders/o-1`)).status, 500);
  const [whole] = lines.filter(({ level }) => level === 'error');
  assert.match(String(whole?.fields['error']), /answered without an order/);
});

test('half a character in an order reaches its service as U+FFFD, which it refuses', async (t) => {
  const seen: string[] = [];
  const createOrder = async ({ customerId }: { customerId: string }) => {
    seen.push(customerId);
    throw new RpcError(status.INVALID_ARGUMENT, 'customerId must be an identifier');
  };
  const { url } = await startGateway(t, { order: { createOrder } });
  const body = '{"customerId":"c-\\ud800","items":[{"sku":"\\udfff","quantity":1}]}';
  assert.equal((await problemOf(`${url}/v1/orders`, post(body))).status, 400);
  assert.match(seen[0] ?? '', /^c-\ufffd+$/);
});
