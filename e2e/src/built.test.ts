import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { startEmbeddedPostgres } from '@mesh/postgres';
import { connectClients, within } from './testing/clients.ts';
import { defer } from './testing/defer.ts';
import { createMeshEnvironment, type MeshEnvironment } from './testing/mesh-environment.ts';
import { endProgram, startBuilt } from './testing/start-program.ts';
import { until } from './testing/until.ts';

test('the services run as they are built, without the sources, and their calls have trace ids', async (t) => {
  const environment = await startBuiltServices(t);
  const { gateway } = connectClients(t, environment.ports);
  const request = {
    idempotencyKey: 'built',
    customerId: 'c-1',
    items: [{ sku: 'SKU-0001', quantity: 1 }],
  };
  const { order } = await until('an answer', () => gateway.placeOrder(request, within()));
  assert.equal(order?.status, 'ORDER_STATUS_CONFIRMED');
  assert.match(order.traceId, /^[0-9a-f]{32}$/);
});

async function startBuiltServices(t: TestContext): Promise<MeshEnvironment> {
  const environment = await createMeshEnvironment();
  defer(t, () => environment.remove());
  const { home, ports, variables } = environment;
  const postgres = await startEmbeddedPostgres({
    folder: join(home, 'pg'),
    port: ports.POSTGRES_PORT,
    databases: ['order', 'inventory'],
    logFile: join(home, 'postgres.log'),
  });
  defer(t, () => postgres.stop());
  const shared = {
    ...variables,
    OTEL_TRACES_EXPORTER: 'none',
    OTEL_LOGS_EXPORTER: 'none',
    ORDER_ADDRESS: `127.0.0.1:${ports.ORDER_GRPC_PORT}`,
    INVENTORY_ADDRESS: `127.0.0.1:${ports.INVENTORY_GRPC_PORT}`,
  };
  for (const name of ['inventory', 'order', 'gateway']) {
    const trust = name === 'gateway' ? 'adopt' : 'trust';
    const own = { OTEL_SERVICE_NAME: name, MESH_TRUST: trust, DATABASE_URL: postgres.url(name) };
    const service = await startBuilt(`apps/${name}/dist/main.js`, { ...shared, ...own }, '"serving"');
    defer(t, () => endProgram(service).then(() => assert.equal(service.exitCode, 0, name)));
  }
  return environment;
}
