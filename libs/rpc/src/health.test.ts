import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { service } from 'grpc-health-check';
import { connect } from './connect.ts';
import { Inventory, inventory } from './testing/inventory.ts';
import { until } from './testing/until.ts';

type Answer = { readonly status: string };

interface HealthStub extends grpc.Client {
  check(
    request: { service: string },
    callback: (error: grpc.ServiceError | null, answer?: Answer) => void,
  ): unknown;
  watch(request: { service: string }): grpc.ClientReadableStream<Answer>;
}

const Health = grpc.makeClientConstructor(service, 'Health');
const name = 'mesh.inventory.v1.InventoryService';

async function healthOf(t: TestContext) {
  const server = await inventory(t);
  const credentials = grpc.credentials.createInsecure();
  const health = new Health(server.address, credentials) as unknown as HealthStub;
  t.after(() => health.close());
  const check = (asked: string) => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    health.check({ service: asked }, (error, answer) => resolve(error?.code ?? answer?.status));
    return promise;
  };
  const watch = (asked: string) => health.watch({ service: asked });
  return { ...server, check, watch };
}

test('Check says SERVING for the service and for the whole server, and knows no other', async (t) => {
  const { check } = await healthOf(t);
  assert.equal(await check(''), 'SERVING');
  assert.equal(await check(name), 'SERVING');
  assert.equal(await check('mesh.other'), grpc.status.NOT_FOUND);
});

test('Watch says SERVING, then NOT_SERVING before it ends with UNAVAILABLE when the server stops', async (t) => {
  const { watch, server } = await healthOf(t);
  const seen: unknown[][] = [[], []];
  const ends = ['', name].map((asked, index) => {
    const { promise, resolve } = Promise.withResolvers<number>();
    watch(asked)
      .on('data', ({ status }) => seen[index]?.push(status))
      .on('error', (error) => resolve((error as grpc.ServiceError).code));
    return promise;
  });
  await until(() => seen.flat().length === 2, 'both watchers heard the state as it is');
  const stopped = server.stop(5000);
  assert.deepEqual(await Promise.all(ends), [grpc.status.UNAVAILABLE, grpc.status.UNAVAILABLE]);
  assert.deepEqual(seen, [
    ['SERVING', 'NOT_SERVING'],
    ['SERVING', 'NOT_SERVING'],
  ]);
  await stopped;
});

test('a watcher that is still there does not hold up a stop', async (t) => {
  const { watch, server } = await healthOf(t);
  const watcher = watch('').on('error', () => {});
  await new Promise((resolve) => watcher.once('data', resolve));
  const before = performance.now();
  await server.stop(60_000);
  assert.ok(performance.now() - before < 10_000);
});

test('health calls write no lines', async (t) => {
  const { check, watch, lines } = await healthOf(t);
  const watcher = watch('').on('error', () => {});
  await new Promise((resolve) => watcher.once('data', resolve));
  const cancelled = new Promise((resolve) => watcher.once('status', resolve));
  watcher.cancel();
  await cancelled;
  await check('');
  await check('mesh.other');
  assert.deepEqual(
    lines.map(({ message }) => message),
    ['serving'],
  );
});

test('a connection says whether the other end serves', async (t) => {
  const { server, address } = await healthOf(t);
  const connection = connect(Inventory, address, 'inventory');
  t.after(() => connection.close());
  assert.equal(await connection.serving(), true);
  await server.stop(1000);
  assert.equal(await connection.serving(), false);
});
