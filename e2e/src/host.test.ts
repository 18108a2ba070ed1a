import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { defer } from './testing/defer.ts';
import { createMeshEnvironment, type MeshEnvironment } from './testing/mesh-environment.ts';
import { placeOrder } from './testing/place-order.ts';
import { describe, type Host, type PartName, startHost, untilUp } from './testing/start-mesh.ts';
import { until } from './testing/until.ts';

const parts: PartName[] = ['gateway', 'order', 'inventory', 'telemetry-lite', 'postgres'];

async function environmentFor(t: TestContext): Promise<MeshEnvironment> {
  const environment = await createMeshEnvironment();
  defer(t, () => environment.remove());
  return environment;
}

function hostOf(t: TestContext, { variables }: MeshEnvironment, extra = {}): Host {
  const host = startHost({ ...variables, ...extra });
  defer(t, () => {
    host.signal('SIGTERM');
    return host.ended;
  });
  return host;
}

async function pidsOf(environment: MeshEnvironment, host: Host): Promise<number[]> {
  return Promise.all(parts.map((part) => describe(environment, host).pidOf(part)));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('the start shows the path of a first order, and Ctrl-C ends every process within 5 s with code 0', async (t) => {
  const environment = await environmentFor(t);
  // All from the sources, as `npm start` starts it: the other tests have the library in one file.
  const host = hostOf(t, environment, { NODE_OPTIONS: '' });
  await untilUp(host);
  assert.match(host.output(), /POST \/v1\/orders[\s\S]*CreateOrder[\s\S]*Reserve[\s\S]*Commit/);
  const pids = await pidsOf(environment, host);
  const start = Date.now();
  // The terminal and npm both pass it on.
  host.signal('SIGINT');
  host.signal('SIGINT');
  assert.deepEqual(await host.ended, { code: 0, signal: null });
  assert.ok(Date.now() - start < 5000, `${Date.now() - start} ms`);
  assert.deepEqual(pids.filter(isAlive), []);
});

test('a start after kill -9 of the host ends or adopts what it left, and the orders are still there', async (t) => {
  const environment = await environmentFor(t);
  const killed = startHost(environment.variables);
  await untilUp(killed);
  const { gatewayUrl } = describe(environment, killed);
  const items = [{ sku: 'SKU-0001', quantity: 1 }];
  const key = randomUUID();
  const before = await placeOrder(gatewayUrl, { key, items });
  const left = await pidsOf(environment, killed);
  killed.signal('SIGKILL');
  await killed.ended;
  const host = hostOf(t, environment);
  await untilUp(host);
  const now = await pidsOf(environment, host);
  assert.deepEqual(
    left.filter((pid) => isAlive(pid) && !now.includes(pid)),
    [],
  );
  const after = await placeOrder(gatewayUrl, { key, items });
  assert.equal(after.status, 200);
  assert.equal(after.body['id'], before.body['id']);
});

test('a service that ends is started again within 1 s, also when it ends with code 0', async (t) => {
  const environment = await environmentFor(t);
  const host = hostOf(t, environment);
  await untilUp(host);
  const { pidOf } = describe(environment, host);
  for (const [part, signal] of [
    ['order', 'SIGKILL'],
    ['inventory', 'SIGTERM'],
  ] as const) {
    const pid = await pidOf(part);
    process.kill(pid, signal);
    await until(`${part} to have ended`, () => !isAlive(pid));
    await until(`${part} to be started again`, async () => (await pidOf(part)) !== pid, 1000);
    assert.match(host.output(), new RegExp(part));
  }
});

test('a second host on the same data says that the first one runs, and leaves it alone', async (t) => {
  const environment = await environmentFor(t);
  const host = hostOf(t, environment);
  await untilUp(host);
  const second = startHost(environment.variables);
  assert.deepEqual(await second.ended, { code: 1, signal: null });
  assert.match(second.output(), new RegExp(`\\b${host.pid}\\b`));
  assert.ok((await pidsOf(environment, host)).every(isAlive));
});

test('a taken port is named with what it is for and the variable that changes it', async (t) => {
  const environment = await environmentFor(t);
  const squatter = createServer().listen(environment.ports.LOKI_PORT, '127.0.0.1');
  await once(squatter, 'listening');
  defer(t, () => squatter.close());
  const host = startHost(environment.variables);
  assert.deepEqual(await host.ended, { code: 1, signal: null });
  const output = host.output();
  for (const part of [String(environment.ports.LOKI_PORT), 'LOKI_PORT', 'Loki'])
    assert.match(output, new RegExp(part, 'i'));
});
