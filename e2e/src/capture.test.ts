import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type CaptureMesh, openCaptureMesh } from './testing/capture/capture-mesh.ts';
import { killWhile } from './testing/capture/kill-while.ts';
import { kindsOf } from './testing/capture/kinds.ts';
import { placeOrders } from './testing/capture/order-calls.ts';
import { wholeTraces } from './testing/capture/whole-traces.ts';

let mesh: CaptureMesh;
before(async () => {
  mesh = await openCaptureMesh({ replicas: 3 });
});
after(() => mesh?.close());

test('an order that fails, is slow, late or given up is whole, over three replicas; the others are not sent', async (t) => {
  const kinds = kindsOf(50, { fails: 12, slow: 12, late: 12, cancelled: 12 });
  const { whole, problems, sent, due } = await wholeTraces(mesh, await placeOrders(mesh, kinds, 8));
  t.diagnostic(`${whole} traces, ${sent} spans sent, ${due} due`);
  assert.deepEqual(problems, []);
  assert.ok(sent <= 1.3 * due, `${sent} spans for ${due}`);
});

test('an order that lost a replica is there with what the others know', async (t) => {
  const { calls, killed } = await killWhile(mesh, kindsOf(12, { held: 1 }), 12);
  const failed = calls.filter(({ status }) => status === 503).length;
  t.diagnostic(`${failed} of ${calls.length} failed`);
  assert.ok(failed > 0);
  assert.deepEqual((await wholeTraces(mesh, calls, killed)).problems, []);
});
