import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { readLines } from './testing/read-lines.ts';
import { readTrace, untilSpans } from './testing/read-trace.ts';
import { runProgram } from './testing/run-program.ts';
import { type Mesh, startMesh } from './testing/start-mesh.ts';
import { until } from './testing/until.ts';

test('a client that only knows reflection places an order, and its own trace id is everywhere', async (t) => {
  const mesh = await startMesh(t);
  const items = [{ sku: 'SKU-0001', quantity: 1 }];
  const order = () => ({ idempotency_key: randomUUID(), customer_id: 'c-9', items });

  await t.test('through the gateway: spans and lines in all three services', async () => {
    const { traceId, answer } = await buf(
      mesh.ports.GATEWAY_GRPC_PORT,
      'mesh.gateway.v1.GatewayService/PlaceOrder',
      order(),
    );
    assert.equal(answer.order.status, 'ORDER_STATUS_CONFIRMED');
    assert.equal(answer.order.traceId, traceId);
    await servicesOf(mesh, traceId, ['gateway', 'inventory', 'order']);
  });

  await t.test('at the order service: order and inventory', async () => {
    const { traceId, answer } = await buf(
      mesh.ports.ORDER_GRPC_PORT,
      'mesh.order.v1.OrderService/CreateOrder',
      order(),
    );
    assert.equal(answer.order.traceId, traceId);
    await servicesOf(mesh, traceId, ['inventory', 'order']);
  });

  await t.test('at the inventory: inventory alone', async () => {
    const { traceId, answer } = await buf(
      mesh.ports.INVENTORY_GRPC_PORT,
      'mesh.inventory.v1.InventoryService/ListStock',
      { page_size: 1 },
    );
    assert.equal(answer.stock.length, 1);
    await servicesOf(mesh, traceId, ['inventory']);
  });

  await t.test('a route or a method that nobody has: _OTHER, and beside it what was asked', () =>
    askForNothing(mesh),
  );
});

async function askForNothing(mesh: Mesh): Promise<void> {
  const path = `/v1/${randomUUID()}`;
  const answer = await fetch(mesh.gatewayUrl + path);
  const method = `mesh.order.v1.OrderService/Method${randomBytes(4).toString('hex')}`;
  const { traceId, code } = await callUnknown(mesh.ports.ORDER_GRPC_PORT, method);
  assert.deepEqual([answer.status, code], [404, grpc.status.UNIMPLEMENTED]);
  for (const [id, name, asked] of [
    [answer.headers.get('x-trace-id') ?? '', 'url.path', path],
    [traceId, 'rpc.method_original', method],
  ] as const) {
    const [span, ...others] = await untilSpans(mesh, id, 1);
    assert.deepEqual([span?.name, span?.attributes[name], others], ['_OTHER', asked, []]);
  }
}

/** A call of a method that the server does not have. */
async function callUnknown(port: number, method: string) {
  const traceId = randomBytes(16).toString('hex');
  const metadata = new grpc.Metadata();
  metadata.set('traceparent', `00-${traceId}-${randomBytes(8).toString('hex')}-01`);
  const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const same = (bytes: Buffer) => bytes;
  const { promise, resolve } = Promise.withResolvers<grpc.ServiceError | null>();
  client.makeUnaryRequest(`/${method}`, same, same, Buffer.alloc(0), metadata, resolve);
  const error = await promise;
  client.close();
  return { traceId, code: error?.code };
}

/** `npx buf curl` by server reflection, with a traceparent of its own. */
async function buf(port: number, method: string, request: object) {
  const traceId = randomBytes(16).toString('hex');
  const traceparent = `traceparent: 00-${traceId}-${randomBytes(8).toString('hex')}-01`;
  const url = `http://127.0.0.1:${port}/${method}`;
  const args = [
    'buf',
    'curl',
    '--http2-prior-knowledge',
    '--protocol',
    'grpc',
    '-H',
    traceparent,
    '-d',
    JSON.stringify(request),
    url,
  ];
  const { code, stdout, stderr } = await runProgram('npx', args, {});
  assert.equal(code, 0, stderr);
  return { traceId, answer: JSON.parse(stdout) };
}

async function servicesOf(mesh: Mesh, traceId: string, expected: readonly string[]): Promise<void> {
  await until(`spans of ${expected} in ${traceId}`, async () => {
    const services = (await readTrace(mesh, traceId)).map(({ service }) => service);
    return [...new Set(services)].sort().join() === expected.join();
  });
  await until(`lines of ${expected} in ${traceId}`, async () => {
    const services = (await readLines(mesh, traceId)).map(({ labels }) => labels['service_name']);
    return [...new Set(services)].sort().join() === expected.join();
  });
}
