import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { runLoad } from './testing/order-load.ts';
import { placeOrder } from './testing/place-order.ts';
import { randomOrders } from './testing/random-orders.ts';
import { runMesh } from './testing/run-program.ts';
import { type Mesh, startMesh } from './testing/start-mesh.ts';

const none = { spans: 0, lines: 0 };

test('after a load nothing is missing, twice or orphan; what does not belong into a trace is found', async (t) => {
  const mesh = await startMesh(t);
  const [count, next] = [150, randomOrders(7, 'whole')];
  let taken = 0;
  const load = { gatewayUrl: mesh.gatewayUrl, concurrency: 4 };
  await runLoad({ ...load, next: () => (taken++ < count ? next() : undefined) });
  const whole = await verify(mesh);
  assert.equal(whole.code, 0, whole.stderr);
  const { checked, missing, duplicates, orphans } = whole.report;
  // And the one that the start of the mesh placed. The smallest trace is that of an order which finds no stock.
  assert.equal(checked.orders, count + 1);
  assert.ok(checked.spans > 8 * checked.orders && checked.lines > 3 * checked.orders, whole.stderr);
  assert.deepEqual([missing, duplicates, orphans], [none, none, none]);

  const items = [{ sku: 'SKU-0001', quantity: 1 }];
  const { headers } = await placeOrder(mesh.gatewayUrl, { key: randomUUID(), items });
  await sendStraySpan(mesh, headers.get('x-trace-id') ?? '');
  const broken = await verify(mesh, ['--settle', '2']);
  assert.equal(broken.code, 1, broken.stderr);
  assert.deepEqual(broken.report.orphans, { spans: 1, lines: 0 });
  assert.deepEqual(broken.report.missing, { spans: 0, lines: 1 });
  assert.match(JSON.stringify(broken.report.findings), /order SERVER stray [0-9a-f]{16} names the parent/);
});

async function verify(mesh: Mesh, more: readonly string[] = []) {
  const { code, stdout, stderr } = await runMesh(
    ['verify', '--telemetry', '--json', ...more],
    mesh.variables,
  );
  return { code, stderr: stderr + stdout, report: JSON.parse(stdout) };
}

/** The span of a server whose caller's span and whose line were lost. */
async function sendStraySpan({ ports }: Mesh, traceId: string): Promise<void> {
  const [spanId, parentSpanId] = [randomBytes(8), randomBytes(8)].map((bytes) => bytes.toString('hex'));
  const now = `${BigInt(Date.now()) * 1_000_000n}`;
  const times = { startTimeUnixNano: now, endTimeUnixNano: now };
  const span = { traceId, spanId, parentSpanId, name: 'stray', kind: 2, ...times };
  const service = { key: 'service.name', value: { stringValue: 'order' } };
  const resourceSpans = [{ resource: { attributes: [service] }, scopeSpans: [{ spans: [span] }] }];
  const response = await fetch(`http://127.0.0.1:${ports.OTLP_HTTP_PORT}/v1/traces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ resourceSpans }),
  });
  assert.equal(response.status, 200);
}
