import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import type { ProtoGrpcType } from '@mesh/protos/gen/inventory';
import { loadProto } from '@mesh/rpc';
import { service as healthService } from 'grpc-health-check';
import { connectClients, within } from './testing/clients.ts';
import { defer } from './testing/defer.ts';
import type { PortName } from './testing/mesh-environment.ts';
import { type Mesh, openMesh, type PartName } from './testing/start-mesh.ts';
import { until } from './testing/until.ts';

let mesh: Mesh;
before(async () => {
  mesh = await openMesh();
});
after(() => mesh?.close());

const { InventoryService } = loadProto<ProtoGrpcType>('mesh/inventory/v1/inventory.proto').root.mesh.inventory
  .v1;
const Health = grpc.makeGenericClientConstructor(
  healthService as unknown as grpc.ServiceDefinition,
  'Health',
);

/** All that a stream brings, and the status it ends with. */
function follow<Message>(stream: grpc.ClientReadableStream<Message>) {
  const messages: Message[] = [];
  const ended = new Promise<grpc.StatusObject>((resolve) => stream.on('status', resolve));
  stream.on('data', (message: Message) => messages.push(message)).on('error', () => undefined);
  return { messages, ended };
}

function watchHealth(t: TestContext, port: PortName) {
  const client = new Health(`127.0.0.1:${mesh.ports[port]}`, grpc.credentials.createInsecure());
  defer(t, () => client.close());
  return follow<{ status: string }>(
    (client as unknown as { watch(request: object): grpc.ClientReadableStream<{ status: string }> }).watch({
      service: '',
    }),
  );
}

test('WatchStock shows the stock as it is and then every change, whoever makes it', async (t) => {
  const client = new InventoryService(
    `127.0.0.1:${mesh.ports.INVENTORY_GRPC_PORT}`,
    grpc.credentials.createInsecure(),
  );
  defer(t, () => client.close());
  const { gateway, inventory } = connectClients(t, mesh.ports);
  const skus = ['SKU-0011', 'SKU-0012'];
  const stream = client.watchStock({ skus });
  const { messages, ended } = follow(stream);
  await until('the first state of both', () => messages.length === 2);
  await gateway.placeOrder(
    { idempotencyKey: 'w', customerId: 'c', items: [{ sku: 'SKU-0012', quantity: 7 }] },
    within(),
  );
  await until('the order', () => messages.some(({ stock }) => stock?.available === 999_993));
  await inventory.restock({ requestId: 'w', sku: 'SKU-0011', quantity: 5 }, within());
  await until('the restock', () => messages.some(({ stock }) => stock?.total === 1_000_005));
  assert.ok(messages.every(({ stock }) => skus.includes(stock?.sku ?? '')));
  stream.cancel();
  assert.equal((await ended).code, grpc.status.CANCELLED);
});

const parts: [PartName, PortName][] = [
  ['gateway', 'GATEWAY_GRPC_PORT'],
  ['order', 'ORDER_GRPC_PORT'],
  ['inventory', 'INVENTORY_GRPC_PORT'],
];

for (const [part, port] of parts) {
  test(`${part} says NOT_SERVING before it stops and ends its streams with UNAVAILABLE`, async (t) => {
    const { messages, ended } = watchHealth(t, port);
    await until('SERVING', () => messages[0]?.status === 'SERVING');
    const pid = await mesh.pidOf(part);
    process.kill(pid, 'SIGTERM');
    const { code } = await ended;
    assert.deepEqual(
      messages.map(({ status }) => status),
      ['SERVING', 'NOT_SERVING'],
    );
    assert.equal(code, grpc.status.UNAVAILABLE);
    await until(`${part} to be back`, async () => (await mesh.pidOf(part)) !== pid);
    await until('all to be ready', async () => (await fetch(`${mesh.gatewayUrl}/readyz`)).ok);
  });
}

test('a watcher of the stock is told UNAVAILABLE when the inventory stops', async (t) => {
  const client = new InventoryService(
    `127.0.0.1:${mesh.ports.INVENTORY_GRPC_PORT}`,
    grpc.credentials.createInsecure(),
  );
  defer(t, () => client.close());
  const { messages, ended } = follow(client.watchStock({}));
  await until('the first state', () => messages.length === 100);
  process.kill(await mesh.pidOf('inventory'), 'SIGTERM');
  assert.equal((await ended).code, grpc.status.UNAVAILABLE);
});
