import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { startEmbeddedPostgres } from '@mesh/postgres';
import { connectClients, within } from './testing/clients.ts';
import { defer } from './testing/defer.ts';
import { createMeshEnvironment, type MeshEnvironment } from './testing/mesh-environment.ts';
import { runMesh } from './testing/run-program.ts';
import { endProgram, startProgram } from './testing/start-program.ts';

const naive = 'e2e/src/testing/fixtures/naive-order.ts';
const items = [{ sku: 'SKU-0001', quantity: 1 }];

/** The real inventory on a real database, and nothing else. */
async function startInventory(t: TestContext): Promise<MeshEnvironment> {
  const environment = await createMeshEnvironment();
  defer(t, () => environment.remove());
  const { home, ports, variables } = environment;
  const databases = ['inventory'];
  const logFile = join(home, 'postgres.log');
  const postgres = await startEmbeddedPostgres({
    folder: join(home, 'pg'),
    port: ports.POSTGRES_PORT,
    databases,
    logFile,
  });
  const own = { ...variables, DATABASE_URL: postgres.url('inventory'), OTEL_SERVICE_NAME: 'inventory' };
  const inventory = await startProgram('apps/inventory/src/main.ts', [], own, '"serving"');
  defer(t, () => endProgram(inventory).then(() => postgres.stop()));
  return environment;
}

test('mesh verify finds what the naive protocol breaks: orders for one key twice, stock without an order', async (t) => {
  const { home, ports, variables } = await startInventory(t);
  const file = join(home, 'orders.jsonl');
  const args = [String(ports.ORDER_GRPC_PORT), `127.0.0.1:${ports.INVENTORY_GRPC_PORT}`, file];
  const start = () => startProgram(naive, args, variables, 'serving');
  const { order } = connectClients(t, ports);
  const place = (idempotencyKey: string) =>
    order.createOrder({ idempotencyKey, customerId: 'c-1', items }, within());
  const verify = () => runMesh(['verify', '--settle', '1'], variables);

  const first = await start();
  await place('quiet-1');
  const quiet = await verify();
  assert.equal(quiet.code, 0, quiet.stdout + quiet.stderr);

  const [one, two] = [await place('twice'), await place('twice')];
  const doubled = await verify();
  assert.equal(doubled.code, 1);
  for (const { order: placed } of [one, two]) assert.match(doubled.stdout, new RegExp(placed?.id ?? 'none'));

  const calls = Array.from({ length: 200 }, (_, index) => place(`killed-${index}`).catch(() => undefined));
  await Promise.race(calls);
  await endProgram(first, 'SIGKILL');
  await Promise.all(calls);
  const second = await start();
  defer(t, () => endProgram(second, 'SIGKILL'));
  const killed = await verify();
  assert.equal(killed.code, 1);
  assert.match(
    killed.stdout,
    /✗ reservation-has-order {2}order/,
    'stock that belongs to no order was not found',
  );
});
