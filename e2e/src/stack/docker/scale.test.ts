import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { within } from '../../testing/clients.ts';
import { type LedgerEntry, runLoad } from '../../testing/order-load.ts';
import { runMesh } from '../../testing/run-program.ts';
import { until } from '../../testing/until.ts';
import { needs } from '../testing/parts.ts';
import { callsTaken } from './testing/calls-taken.ts';
import { addressOf, containersOf } from './testing/containers.ts';
import { canRunEngine } from './testing/engine.ts';
import { type ComposeProject, openCompose } from './testing/open-compose.ts';
import { callReplica, watchReplica } from './testing/replica-clients.ts';

const here = needs('docker', await canRunEngine());
let project: ComposeProject;
before(async () => {
  if (here.skip) return;
  project = await openCompose();
  await project.compose('build', '--quiet');
  // Without collector, Jaeger and Loki: the services do not need them.
  await project.compose('up', '--detach', '--wait', 'postgres', 'gateway', 'order', 'inventory');
});
after(() => project?.close());

test(
  'two new replicas of the inventory and one of the order service take calls within 60 s',
  here,
  async (t) => {
    await orders(1);
    const scale = ['--scale', 'inventory=3', '--scale', 'order=2', '--no-recreate'];
    await project.compose('up', '--detach', '--wait', ...scale, 'order', 'inventory');
    const since = new Date();
    await until('all to take calls', async () => (await orders(20)) && (await allTakeCalls(since)), 60_000);
    t.diagnostic(`after ${((Date.now() - since.getTime()) / 1000).toFixed(1)} s`);
  },
);

test('3000 calls are spread evenly over three replicas: each takes 25 to 42 %', here, async (t) => {
  const since = new Date();
  // An order is a Reserve and a Commit.
  await orders(1500);
  const taken = await callsTaken(project, 'inventory', since);
  const all = Object.values(taken).reduce((sum, count) => sum + count, 0);
  for (const [name, count] of Object.entries(taken)) t.diagnostic(`${name}: ${count} of ${all}`);
  assert.ok(all >= 3000, `${all} calls`);
  for (const count of Object.values(taken)) assert.ok(count >= all * 0.25 && count <= all * 0.42);
});

test('a watcher at one replica sees what the others change', here, async (t) => {
  const [first, ...others] = await containersOf(project, 'inventory');
  assert.ok(first && others.length === 2);
  const totals = watchReplica(t, first, 'SKU-0040');
  await until('the stock as it is', () => totals.length > 0);
  for (const other of others) {
    const { stock } = await callReplica(t, other).restock(
      { requestId: randomUUID(), sku: 'SKU-0040', quantity: 5 },
      within(),
    );
    await until(`what ${other.Name} changed`, () => totals.at(-1) === stock?.total);
  }
});

test('no order is lost or fails when a replica is killed under load', here, async () => {
  const [victim] = await containersOf(project, 'inventory');
  const load = orders(600);
  await until('the load to be under way', () => placed > 150);
  await project.docker('kill', victim?.Id ?? '');
  const ledger = await load;
  assert.equal(ledger.length, 600);
  assert.ok(ledger.every(({ status }) => status === 'CONFIRMED'));
  await verify(ledger);
});

let placed = 0;

/** Places orders as a client does that tries again with its key, and answers what came of each. */
function orders(count: number): Promise<LedgerEntry[]> {
  placed = 0;
  const items = [{ sku: 'SKU-0001', quantity: 1 }];
  const next = () => (placed++ < count ? { key: randomUUID(), items } : undefined);
  return runLoad({ gatewayUrl: project.gatewayUrl, concurrency: 8, next });
}

async function allTakeCalls(since: Date): Promise<boolean> {
  const taken = await Promise.all(['inventory', 'order'].map((name) => callsTaken(project, name, since)));
  return taken.flatMap((counts) => Object.values(counts)).every((count) => count > 0);
}

/** `mesh verify` at replicas that live; each of them sees the same database. */
async function verify(ledger: readonly LedgerEntry[]): Promise<void> {
  const file = join(project.home, 'ledger');
  await writeFile(file, ledger.map((entry) => JSON.stringify(entry)).join('\n'));
  const [order] = await containersOf(project, 'order');
  const inventory = (await containersOf(project, 'inventory')).find(
    ({ State }) => State.Status === 'running',
  );
  assert.ok(order && inventory);
  const { code, stdout, stderr } = await runMesh(['verify', '--ledger', file], {
    ...project.variables,
    ORDER_ADDRESS: `${addressOf(order)}:50051`,
    INVENTORY_ADDRESS: `${addressOf(inventory)}:50052`,
  });
  assert.equal(code, 0, stdout + stderr);
}
