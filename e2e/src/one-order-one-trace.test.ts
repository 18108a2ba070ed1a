import assert from 'node:assert/strict';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { placeOrder } from './testing/place-order.ts';
import { parseLog, readLines } from './testing/read-lines.ts';
import { pathsOf, untilSpans } from './testing/read-trace.ts';
import { runMesh } from './testing/run-program.ts';
import { type Mesh, openMesh } from './testing/start-mesh.ts';
import { until } from './testing/until.ts';

const items = [
  { sku: 'SKU-0001', quantity: 2 },
  { sku: 'SKU-0002', quantity: 1 },
];

const edge = 'gateway POST /v1/orders';
const orderCall = `${edge} > gateway mesh.order.v1.OrderService/CreateOrder > order mesh.order.v1.OrderService/CreateOrder`;
const call = (method: string) => {
  const name = `mesh.inventory.v1.InventoryService/${method}`;
  return `${orderCall} > order ${name} > inventory ${name}`;
};

/** The whole path of an order and nothing else; each client span stands before its server span. */
const path = [
  edge,
  orderCall.slice(0, orderCall.lastIndexOf(' > ')),
  orderCall,
  `${orderCall} > order pg.query:INSERT order`,
  `${orderCall} > order pg.query:UPDATE order`,
  ...['Reserve', 'Commit'].flatMap((method) => [
    call(method).slice(0, call(method).lastIndexOf(' > ')),
    call(method),
    `${call(method)} > inventory pg.query:${method === 'Reserve' ? 'WITH' : 'UPDATE'} inventory`,
  ]),
].sort();

let mesh: Mesh;
before(async () => {
  mesh = await openMesh();
});
after(() => mesh?.close());

test('the trace has each call once, under its caller, and nothing of another request', async () => {
  const traceId = randomBytes(16).toString('hex');
  const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
  // Orders beside it: none of their spans may turn up.
  const others = Array.from({ length: 10 }, () => placeOrder(mesh.gatewayUrl, { key: randomUUID(), items }));
  const { status, headers, body } = await placeOrder(mesh.gatewayUrl, {
    key: randomUUID(),
    items,
    headers: { traceparent },
  });
  await Promise.all(others);
  assert.equal(status, 201);
  assert.equal(headers.get('x-trace-id'), traceId);
  assert.equal(body['traceId'], traceId);
  assert.match(headers.get('traceresponse') ?? '', new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
  const spans = await untilSpans(mesh, traceId, path.length);
  assert.deepEqual(pathsOf(spans), path);
});

test('the link headers lead to the trace and to the lines', async () => {
  const { headers } = await placeOrder(mesh.gatewayUrl, { key: randomUUID(), items });
  const traceId = headers.get('x-trace-id') ?? '';
  await untilSpans(mesh, traceId, path.length);
  const links = [...(headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)];
  assert.deepEqual(
    links.map(([, , rel]) => rel),
    ['trace', 'logs'],
  );
  for (const [, url = ''] of links) {
    const response = await fetch(url);
    assert.equal(response.status, 200, url);
    assert.match(await response.text(), new RegExp(traceId));
  }
});

test('a finished request can be read within 2 s, spans and lines', async () => {
  const { headers } = await placeOrder(mesh.gatewayUrl, { key: randomUUID(), items });
  const traceId = headers.get('x-trace-id') ?? '';
  const lines = until('the lines', async () => (await readLines(mesh, traceId)).length >= 5, 2000);
  const spans = until(
    'the spans',
    async () => (await untilSpans(mesh, traceId, path.length)).length > 0,
    2000,
  );
  await Promise.all([lines, spans]);
});

test('mesh trace tells the path by trace id, by order id and for the last order', async () => {
  const { body } = await placeOrder(mesh.gatewayUrl, { key: randomUUID(), items });
  for (const what of [String(body['traceId']), String(body['id']), 'last']) {
    const { code, stdout, stderr } = await runMesh(['trace', what], mesh.variables);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /POST \/v1\/orders[\s\S]*CreateOrder[\s\S]*order placed[\s\S]*Reserve/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: there must be none when it is piped
    assert.doesNotMatch(stdout, /\x1b/);
  }
  const json = await runMesh(['trace', String(body['id']), '--json'], mesh.variables);
  assert.equal(JSON.parse(json.stdout).traceId, body['traceId']);
});

test('the id of an older system is that of the whole path, and mesh trace takes it as its owner writes it', async () => {
  const [uuid, snowflake] = [randomUUID(), `15${randomInt(1e12)}`];
  for (const [original, traceId] of [
    [uuid, uuid.replaceAll('-', '')],
    [snowflake, BigInt(snowflake).toString(16).padStart(32, '0')],
  ] as const) {
    const headers = { 'trace-id': original };
    const answer = await placeOrder(mesh.gatewayUrl, { key: randomUUID(), items, headers });
    assert.equal(answer.headers.get('x-trace-id'), traceId);
    const spans = await untilSpans(mesh, traceId, path.length);
    assert.deepEqual(pathsOf(spans), path);
    const marked = spans.filter(({ attributes }) => attributes['mesh.trace.original_id'] !== undefined);
    assert.deepEqual(
      marked.map(({ name, parentSpanId, attributes }) => [
        name,
        parentSpanId,
        attributes['mesh.trace.original_id'],
      ]),
      [['POST /v1/orders', '', original]],
    );
    const { code, stdout, stderr } = await runMesh(['trace', original], mesh.variables);
    assert.equal(code, 0, stderr);
    assert.match(stdout, new RegExp(`^trace ${traceId} from ${original} {3}order `));
  }
});

test('mesh trace says what it does not know and exits with 1', async () => {
  for (const unknown of [randomBytes(16).toString('hex'), randomUUID()]) {
    const { code, stderr } = await runMesh(['trace', unknown], mesh.variables);
    assert.equal(code, 1);
    assert.match(stderr, new RegExp(unknown));
  }
});

test('every line of every request carries its trace id', async () => {
  const about = (line: Record<string, unknown>) =>
    line['rpc.method'] ?? line['http.route'] ?? line['order.id'];
  for (const part of ['gateway', 'order', 'inventory'] as const) {
    const lines = parseLog(await mesh.log(part)).filter(about);
    assert.ok(lines.length > 10, part);
    assert.deepEqual(
      lines.filter(({ trace_id }) => !/^[0-9a-f]{32}$/.test(String(trace_id))),
      [],
    );
  }
});

test('probes, health and reflection leave no spans and no lines', async () => {
  const before = await mesh.log('gateway');
  const response = await fetch(`${mesh.gatewayUrl}/readyz`);
  assert.equal(response.status, 200);
  for (const header of ['x-trace-id', 'traceresponse', 'link'])
    assert.equal(response.headers.get(header), null);
  const traces = await fetch(`${mesh.jaegerUrl}/api/v3/operations?service=gateway`).then((answer) =>
    answer.text(),
  );
  assert.doesNotMatch(traces, /healthz|readyz|Health|Reflection/);
  assert.equal(await mesh.log('gateway'), before);
});
