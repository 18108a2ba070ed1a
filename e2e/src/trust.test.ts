import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import http2 from 'node:http2';
import { after, before, type TestContext, test } from 'node:test';
import { createCanaries, partsOf } from './testing/canaries.ts';
import { connectClients, within } from './testing/clients.ts';
import { defer } from './testing/defer.ts';
import { placeOrder } from './testing/place-order.ts';
import { parseLog, readLines } from './testing/read-lines.ts';
import { untilSpans } from './testing/read-trace.ts';
import { type Mesh, openMesh } from './testing/start-mesh.ts';
import { until } from './testing/until.ts';

let mesh: Mesh;
before(async () => {
  mesh = await openMesh({ MESH_TRUST: 'link' });
});
after(() => mesh?.close());

const server = 2;
const items = [{ sku: 'SKU-0040', quantity: 1 }];

function newCaller() {
  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
  return { traceId, spanId, headers: { traceparent: `00-${traceId}-${spanId}-01` } };
}

test('what the user says of trust is for the gateway: the services behind it go on in its trace', async () => {
  const caller = newCaller();
  const { headers } = await placeOrder(mesh.gatewayUrl, {
    key: randomUUID(),
    items,
    headers: caller.headers,
  });
  const traceId = headers.get('x-trace-id') ?? '';
  assert.notEqual(traceId, caller.traceId);
  const spans = await untilSpans(mesh, traceId, 11);
  const [root, ...more] = spans.filter(({ parentSpanId }) => parentSpanId === '');
  assert.deepEqual(more, []);
  assert.deepEqual(root?.links[0]?.traceId, caller.traceId);
  assert.equal(root?.links[0]?.spanId, caller.spanId);
  const servers = spans.filter(({ kind }) => kind === server).map(({ service }) => service);
  assert.deepEqual(servers.sort(), ['gateway', 'inventory', 'inventory', 'order']);
});

test('what a caller asks to go wrong is gone at either edge, where nobody switched faults on', async (t) => {
  const faults =
    'gateway/PlaceOrder:error=DATA_LOSS, order/CreateOrder:lost, inventory/Commit:error=DATA_LOSS';
  const request = { key: randomUUID(), items, headers: { 'mesh-faults': faults } };
  const { status, headers } = await placeOrder(mesh.gatewayUrl, request);
  const { gateway } = connectClients(t, mesh.ports);
  const call = { idempotencyKey: randomUUID(), customerId: 'c-1', items };
  const { order } = await gateway.placeOrder(call, { ...within(), faults });
  assert.deepEqual([status, order?.status], [201, 'ORDER_STATUS_CONFIRMED']);
  for (const traceId of [headers.get('x-trace-id') ?? '', order?.traceId ?? '']) {
    const spans = await untilSpans(mesh, traceId, 11);
    const lines = await readLines(mesh, traceId);
    assert.ok(lines.length > 0);
    assert.doesNotMatch(JSON.stringify([spans, lines]), /mesh.fault|DATA_LOSS/);
  }
});

/** A call by hand, for what no client sends. */
async function call(t: TestContext, path: string, body: Buffer, headers: object) {
  const session = http2.connect(`http://127.0.0.1:${mesh.ports.ORDER_GRPC_PORT}`);
  defer(t, () => session.destroy());
  const grpc = { ':method': 'POST', 'content-type': 'application/grpc', te: 'trailers' };
  const request = session.request({ ...grpc, ':path': path, ...headers });
  request.resume().end(body);
  await new Promise((resolve) => request.on('close', resolve));
}

const service = 'mesh.order.v1.OrderService';

test('the line of a call that gets no handler has the ids of its span, which goes on in the trace of the mesh', async (t) => {
  for (const [path, operation, body] of [
    [`/${service}/CreateOrder`, `${service}/CreateOrder`, Buffer.from([0, 0, 0, 0, 1, 0xff])],
    ['/shop.Cart/Add', '_OTHER', Buffer.alloc(5)],
  ] as const) {
    const { traceId, spanId, headers } = newCaller();
    await call(t, path, body, headers);
    const [span] = await untilSpans(mesh, traceId, 1);
    assert.deepEqual([span?.name, span?.kind, span?.parentSpanId], [operation, server, spanId]);
    const line = await until('the line', async () =>
      parseLog(await mesh.log('order')).find(({ trace_id }) => trace_id === traceId),
    );
    assert.deepEqual([line['span_id'], line['rpc.method']], [span?.spanId, operation]);
  }
});

test('what callers send in secret is in no line and no span of the mesh', async (t) => {
  const canaries = createCanaries();
  const { mail, card, jwt, bearer, key } = canaries;
  const headers = {
    authorization: `Bearer ${bearer}`,
    cookie: `session=${key}`,
    'user-agent': `${mail} ${key}`,
    'x-api-key': key,
    baggage: `mail=${encodeURIComponent(mail)},token=${bearer}`,
  };
  const place = (order: object) => placeOrder(mesh.gatewayUrl, { key, items, headers, ...order });
  const answers = [
    await place({ customerId: mail }),
    await place({ customerId: 'c-1', key: `${key}-2`, items: [{ sku: card, quantity: 1 }] }),
    await place({ customerId: 'c-1', key: `${key}-3`, items: [{ sku: jwt.slice(0, 60), quantity: 1 }] }),
  ];
  const paths = [
    `orders/${mail}`,
    `orders?pageToken=${jwt}`,
    `${encodeURIComponent(mail)}/${jwt}?apiKey=${key}`,
  ];
  const fetched = await Promise.all(paths.map((path) => fetch(`${mesh.gatewayUrl}/v1/${path}`, { headers })));
  const { traceId, headers: own } = newCaller();
  await call(t, `/${jwt}/${key}`, Buffer.alloc(5), { ...headers, ...own });
  await call(t, `/${service}/GetOrder`, frameOf(mail), { ...headers, ...own });
  await untilSpans(mesh, traceId, 2);
  const traceIds = [...answers, ...fetched].map((answer) => answer.headers.get('x-trace-id') ?? '');
  const telemetry = await telemetryOf([traceId, ...traceIds]);
  assert.match(JSON.stringify(answers), new RegExp(`${card} is not a product`));
  for (const told of ['[REDACTED] is not a product', '/v1/orders/[REDACTED]', '/v1/[REDACTED]/[REDACTED]'])
    assert.ok(telemetry.includes(told), told);
  for (const part of partsOf(canaries)) assert.ok(!telemetry.includes(part), part);
});

/** A message whose first field is a text, as one frame of gRPC. */
function frameOf(text: string): Buffer {
  const size = Buffer.alloc(5);
  size.writeUInt32BE(text.length + 2, 1);
  return Buffer.concat([size, Buffer.from([0x0a, text.length]), Buffer.from(text)]);
}

/** All that is kept of the requests: what the processes wrote, and what the stores have of these traces. */
async function telemetryOf(traceIds: readonly string[]): Promise<string> {
  const parts = ['gateway', 'order', 'inventory', 'telemetry-lite'] as const;
  const logs = await Promise.all(parts.map((part) => mesh.log(part)));
  const kept = traceIds.flatMap((traceId) => [untilSpans(mesh, traceId, 1), readLines(mesh, traceId)]);
  return JSON.stringify([logs, mesh.host.output(), await Promise.all(kept)]);
}
