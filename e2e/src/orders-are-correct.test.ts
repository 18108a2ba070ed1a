import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { connectClients, within } from './testing/clients.ts';
import { type LedgerEntry, runLoad } from './testing/order-load.ts';
import { randomOrders } from './testing/random-orders.ts';
import { runMesh } from './testing/run-program.ts';
import { type Mesh, startMesh } from './testing/start-mesh.ts';
import { until } from './testing/until.ts';

const services = ['gateway', 'order', 'inventory'] as const;
type Service = (typeof services)[number];
const portOf = {
  gateway: 'GATEWAY_HTTP_PORT',
  order: 'ORDER_GRPC_PORT',
  inventory: 'INVENTORY_GRPC_PORT',
} as const;

// biome-ignore lint/style/noProcessEnv: tests have no main that could hand it in
const kills = process.env['SOAK'] ? 10 : 2;

test('500 orders at concurrency 16 against too little stock: no oversell, one order a key, all can be read', async (t) => {
  const mesh = await startMesh(t);
  const order = randomOrders(3, 'quiet');
  let left = 500;
  const next = () => (left-- > 0 ? order() : undefined);
  const ledger = await runLoad({ gatewayUrl: mesh.gatewayUrl, concurrency: 16, next });
  assert.equal(ledger.length, 500);
  assert.ok(ledger.some(({ status }) => status === 'CONFIRMED'));
  assert.ok(
    ledger.some(({ status }) => status === 'REJECTED'),
    'the stock was not too small',
  );
  await verify(mesh, ledger, 'quiet');
  await canBeRead(t, mesh, ledger);
});

test(`the same holds while each service is killed ${kills} times`, async (t) => {
  const mesh = await startMesh(t);
  const order = randomOrders(5, 'killed');
  let left = 500;
  let killing = true;
  const next = () => (left-- > 0 || killing ? order() : undefined);
  const load = runLoad({ gatewayUrl: mesh.gatewayUrl, concurrency: 16, next });
  const cancelling = cancelSome(t, mesh, () => killing);
  await Promise.all(services.map((service) => killAgainAndAgain(mesh, service)));
  killing = false;
  const ledger = await load;
  await cancelling;
  assert.ok(ledger.length >= 500, `${ledger.length} orders`);
  assert.equal(new Set(ledger.map(({ id }) => id)).size, ledger.length, 'two keys share an order');
  await verify(mesh, ledger, 'killed');
  await canBeRead(t, mesh, ledger.slice(0, 200));
});

/** Kills a service as soon as the host has it back and it has had a moment to work. */
async function killAgainAndAgain(mesh: Mesh, service: Service): Promise<void> {
  for (let round = 0; round < kills; round++) {
    const pid = await mesh.pidOf(service);
    process.kill(pid, 'SIGKILL');
    await until(`${service} to be back`, async () => (await mesh.pidOf(service)) !== pid);
    await until(`${service} to listen`, () => listens(mesh.ports[portOf[service]]));
    await setTimeout(200 + Math.random() * 400);
  }
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect').finally(() => socket.destroy());
  return true;
}

/** Cancels the newest orders now and then, through the kills; what was refused or lost is left. */
async function cancelSome(t: TestContext, mesh: Mesh, going: () => boolean): Promise<void> {
  const { gateway } = connectClients(t, mesh.ports);
  while (going()) {
    const newest = await gateway.listOrders({ pageSize: 3 }, within(1000)).catch(() => undefined);
    const cancels = newest?.orders.map(({ id }) =>
      gateway.cancelOrder({ id }, within(1000)).catch(() => undefined),
    );
    await Promise.all(cancels ?? []);
    await setTimeout(100);
  }
}

/** `mesh verify` with what the clients saw; it waits 20 s at most for what is PENDING. */
async function verify(mesh: Mesh, ledger: readonly LedgerEntry[], name: string): Promise<void> {
  const file = join(mesh.home, `${name}.ledger`);
  await writeFile(file, ledger.map((entry) => JSON.stringify(entry)).join('\n'));
  const { code, stdout, stderr } = await runMesh(
    ['verify', '--ledger', file, '--settle', '20'],
    mesh.variables,
  );
  assert.equal(code, 0, stdout + stderr);
}

async function canBeRead(t: TestContext, mesh: Mesh, ledger: readonly LedgerEntry[]): Promise<void> {
  const { gateway } = connectClients(t, mesh.ports);
  for (const { id, status } of ledger) {
    const { order } = await gateway.getOrder({ id }, within());
    const now = order?.status.replace('ORDER_STATUS_', '');
    assert.ok(
      now === status || (status === 'CONFIRMED' && now === 'CANCELLED'),
      `${id}: ${status}, then ${now}`,
    );
  }
}
