import assert from 'node:assert/strict';
import { promises as dns } from 'node:dns';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { status } from '@grpc/grpc-js';
import type { InventoryServiceDefinition } from '@mesh/protos/gen/mesh/inventory/v1/InventoryService';
import { connect } from './connect.ts';
import { Inventory, inventory } from './testing/inventory.ts';
import { within } from './testing/within.ts';

const [first, second, third] = ['127.0.0.1', '127.0.0.2', '127.0.0.3'] as const;

/** Replicas behind one name: the same port on one address each, as in a network of containers. */
async function replicas(t: TestContext, ...hosts: string[]) {
  const taken: Record<string, number> = {};
  t.mock.method(dns, 'lookup', async () => hosts.map((address) => ({ address, family: 4 })));
  const start = async (host: string, port: number) => {
    taken[host] = 0;
    const commit = async () => {
      taken[host] = (taken[host] ?? 0) + 1;
      return {};
    };
    const options = { handlers: { commit }, host, port, maxConnectionAgeMs: 300 };
    return (await inventory(t, options)).server;
  };
  const server = await start(first, 0);
  for (const host of hosts.slice(1)) await start(host, server.port);
  const address = `replicas:${server.port}`;
  const connection = connect<InventoryServiceDefinition>(Inventory, address, 'inventory');
  t.after(() => connection.close());
  const call = () => connection.client.commit({ orderId: 'o-1' }, within(5000));
  const add = (host: string) => {
    hosts.push(host);
    return start(host, server.port);
  };
  /** Calls one after another until this replica takes some. */
  const reaches = async (host: string) => {
    for (const end = Date.now() + 15_000; taken[host] === 0; await call()) {
      if (Date.now() > end) throw new Error(`${host} never took a call`);
    }
  };
  return { server, taken, call, add, reaches };
}

test('calls go to all replicas in turn', async (t) => {
  const { call, taken, reaches } = await replicas(t, first, second);
  await reaches(first);
  await reaches(second);
  const before = taken[first] ?? 0;
  for (let count = 0; count < 200; count += 1) await call();
  const share = (taken[first] ?? 0) - before;
  assert.ok(share >= 80 && share <= 120, `${share} of 200`);
});

test('no call is lost when a replica stops, and a new one takes calls soon after it has a name', async (t) => {
  const { server, taken, call, add, reaches } = await replicas(t, first, second);
  await reaches(first);
  await reaches(second);
  let calling = true;
  const callers = Array.from({ length: 4 }, async () => {
    while (calling) await call();
  });
  await server.stop(1000);
  const before = taken[first];
  await add(third);
  await reaches(third);
  calling = false;
  await Promise.all(callers);
  assert.equal(taken[first], before);
});

test('without any replica a call fails at once', async (t) => {
  const { server, call } = await replicas(t, first);
  await call();
  await server.stop(1000);
  const before = Date.now();
  await assert.rejects(call(), { code: status.UNAVAILABLE });
  assert.ok(Date.now() - before < 2000);
});

test('the age of its connection neither fails a call nor ends a stream', async (t) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const handlers = {
    commit: async () => ({}),
    async *watchStock() {
      await released;
      yield { stock: { sku: 'SKU-0001' } };
    },
  };
  const { address, stub } = await inventory(t, { handlers, maxConnectionAgeMs: 200 });
  const stream = stub.watchStock({ skus: ['SKU-0001'] });
  const message = once(stream, 'data');
  const connection = connect<InventoryServiceDefinition>(Inventory, address, 'inventory');
  t.after(() => connection.close());
  const end = Date.now() + 2000;
  const caller = async () => {
    while (Date.now() < end) await connection.client.commit({ orderId: 'o-1' }, within(5000));
  };
  await Promise.all(Array.from({ length: 8 }, caller));
  release();
  assert.equal((await message)[0].stock.sku, 'SKU-0001');
  await once(stream, 'end');
});
