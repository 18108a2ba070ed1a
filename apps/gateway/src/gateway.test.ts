import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { ProtoGrpcType } from '@mesh/protos/gen/gateway';
import type { GatewayServiceDefinition } from '@mesh/protos/gen/mesh/gateway/v1/GatewayService';
import { connect, loadProto, RpcError, serve, status } from '@mesh/rpc';
import { createGateway } from './gateway.ts';
import { connectNeighbours } from './neighbours.ts';
import { orderOf } from './testing/orders.ts';
import { type Behaviour, startServices } from './testing/services.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const scope = () => ({ signal: new AbortController().signal, deadline: Date.now() + 5000 });

/** A client of a gateway over gRPC, in front of services that do what the test says. */
async function gatewayClient(t: TestContext, behaviour: Behaviour) {
  const services = await startServices(behaviour);
  const addresses = [services.order, services.inventory].map(({ port }) => `127.0.0.1:${port}`);
  const { order, inventory } = connectNeighbours(addresses[0] ?? '', addresses[1] ?? '');
  const proto = loadProto<ProtoGrpcType>('mesh/gateway/v1/gateway.proto');
  const Stub = proto.root.mesh.gateway.v1.GatewayService;
  const handlers = createGateway(order.client, inventory.client);
  const place = { host: '127.0.0.1', port: 0, reflection: false, log: silent };
  const server = await serve({ ...place, proto, service: Stub.service, handlers });
  const connection = connect<GatewayServiceDefinition>(Stub, `127.0.0.1:${server.port}`, 'gateway');
  t.after(async () => {
    for (const each of [connection, order, inventory]) each.close();
    await Promise.all([server, services.order, services.inventory].map((each) => each.stop(100)));
  });
  return connection.client;
}

test('an order is placed, and shown without the key that repeats it', async (t) => {
  const createOrder = async ({ idempotencyKey }: { idempotencyKey: string }) => ({
    order: orderOf({ idempotencyKey }),
    replayed: true,
  });
  const client = await gatewayClient(t, { order: { createOrder } });
  const request = { idempotencyKey: 'secret', customerId: 'c-1', items: [{ sku: 'A', quantity: 1 }] };
  const { order, replayed } = await client.placeOrder(request, scope());
  assert.deepEqual(
    [order?.status, order?.totalMinor, replayed],
    ['ORDER_STATUS_CONFIRMED', '18014398509481986', true],
  );
  assert.doesNotMatch(JSON.stringify(order), /secret/);
});

test('products show what is available, and nothing of what is held', async (t) => {
  const stock = { sku: 'A', name: 'a', priceMinor: '250', currency: 'EUR', total: 10, available: 7, held: 3 };
  const listStock = async () => ({ stock: [stock], nextPageToken: 'bmV4dA' });
  const client = await gatewayClient(t, { inventory: { listStock } });
  assert.deepEqual(structuredClone(await client.listProducts({}, scope())), {
    products: [{ sku: 'A', name: 'a', priceMinor: '250', currency: 'EUR', available: 7 }],
    nextPageToken: 'bmV4dA',
  });
});

test('a page size that is absent stays absent, and 0 stays 0', async (t) => {
  const asked: unknown[] = [];
  const listOrders = async ({ pageSize }: { pageSize?: number }) => {
    asked.push(pageSize);
    return { orders: [], nextPageToken: '' };
  };
  const client = await gatewayClient(t, { order: { listOrders } });
  await client.listOrders({}, scope());
  await client.listOrders({ pageSize: 0 }, scope());
  assert.deepEqual(asked, [undefined, 0]);
});

test('the error of a service passes with its code, its words and its details', async (t) => {
  const details = { reason: 'OUT_OF_STOCK', metadata: { orderId: 'o-1' } };
  const createOrder = () => Promise.reject(new RpcError(status.FAILED_PRECONDITION, 'not enough', details));
  const client = await gatewayClient(t, { order: { createOrder } });
  await assert.rejects(client.placeOrder({}, scope()), (error: RpcError) => {
    assert.deepEqual(
      [error.code, error.message, structuredClone(error.details)],
      [status.FAILED_PRECONDITION, 'not enough', details],
    );
    return true;
  });
});

test('each hop has a little less time than the one before', async (t) => {
  const seen: number[] = [];
  const cancelOrder = async ({ id }: { id: string }, { deadline }: { deadline: number }) => {
    seen.push(deadline);
    return { order: orderOf({ id }) };
  };
  const client = await gatewayClient(t, { order: { cancelOrder } });
  const { deadline, signal } = scope();
  await client.cancelOrder({ id: 'o-1' }, { deadline, signal });
  assert.ok((seen[0] ?? 0) <= deadline - 20, `${deadline - (seen[0] ?? 0)} ms less`);
});
