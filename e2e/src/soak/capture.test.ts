import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  type CaptureMesh,
  type CaptureMeshOptions,
  openCaptureMesh,
} from '../testing/capture/capture-mesh.ts';
import { killWhile } from '../testing/capture/kill-while.ts';
import { kindsOf } from '../testing/capture/kinds.ts';
import { type Kind, placeOrders } from '../testing/capture/order-calls.ts';
import { readSpans } from '../testing/capture/read-arrived.ts';
import { wholeTraces } from '../testing/capture/whole-traces.ts';
import { defer } from '../testing/defer.ts';

const ORDERS = 5000;
const LANES = 8;

/** One in so many. */
const loads: Readonly<Record<string, Partial<Record<Kind, number>>>> = {
  'fail with INTERNAL (2 %) or are slow (1 %)': { fails: 50, slow: 100 },
  'run out of time (2 %)': { late: 50 },
  'are given up by their client after a while (2 %)': { cancelled: 50 },
};

for (const replicas of [1, 3] as const) {
  for (const [what, oneIn] of Object.entries(loads)) {
    test(`of ${ORDERS} orders over ${replicas} × inventory all that ${what} are whole`, async (t) => {
      const mesh = await open(t, { replicas });
      await assertWhole(t, mesh, await placeOrders(mesh, kindsOf(ORDERS, oneIn), LANES));
    });
  }

  test(`orders that lost a replica of ${replicas} are there with what the others know`, async (t) => {
    const mesh = await open(t, { replicas });
    const { calls, killed } = await killWhile(mesh, kindsOf(40, { held: 1 }), 20);
    assert.ok(calls.some(({ status }) => status === 503));
    await assertWhole(t, mesh, calls, killed);
  });
}

test('with capture off the same orders are lost, but for one in a hundred', async (t) => {
  const mesh = await open(t, { replicas: 1, variables: { MESH_CAPTURE: 'off' } });
  const calls = await placeOrders(mesh, kindsOf(ORDERS, { fails: 50, slow: 100 }), LANES);
  const wanted = calls.filter(({ kind }) => kind !== 'plain');
  const found = await Promise.all(wanted.map(({ traceId }) => readSpans(mesh, traceId)));
  const lost = found.filter((spans) => spans.length === 0).length;
  t.diagnostic(`${lost} of ${wanted.length} traces are lost`);
  assert.ok(lost >= 0.9 * wanted.length, `${lost} of ${wanted.length}`);
});

async function open(t: TestContext, options: CaptureMeshOptions): Promise<CaptureMesh> {
  const mesh = await openCaptureMesh(options);
  defer(t, () => mesh.close());
  return mesh;
}

async function assertWhole(t: TestContext, ...given: Parameters<typeof wholeTraces>): Promise<void> {
  const { whole, problems, sent, due } = await wholeTraces(...given);
  t.diagnostic(`${whole} traces, ${sent} spans sent, ${due} due, ${(sent / due).toFixed(2)}`);
  assert.deepEqual(problems, []);
  assert.ok(sent <= 1.3 * due, `${sent} spans for ${due}`);
}
