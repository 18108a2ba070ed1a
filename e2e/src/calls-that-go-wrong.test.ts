import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type RpcError, status } from '@mesh/rpc';
import { connectClients, within } from './testing/clients.ts';
import { lockStock } from './testing/lock-stock.ts';
import { type HttpAnswer, placeOrder } from './testing/place-order.ts';
import { parseLog } from './testing/read-lines.ts';
import { readTrace, type Span } from './testing/read-trace.ts';
import { runMesh } from './testing/run-program.ts';
import { type Mesh, openMesh } from './testing/start-mesh.ts';
import { until } from './testing/until.ts';

let mesh: Mesh;
before(async () => {
  mesh = await openMesh({ MESH_FAULTS: '1' });
});
after(() => mesh?.close());

const sku = 'SKU-0020';
const newOrder = () => ({ idempotencyKey: randomUUID(), customerId: 'c-1', items: [{ sku, quantity: 1 }] });

test('a deadline at the gateway ends the work in the last database, and the order is finished later', async (t) => {
  const { gateway } = connectClients(t, mesh.ports);
  const { waiting, letGo } = await lockStock(t, mesh, sku);
  const request = newOrder();
  const start = Date.now();
  const call = gateway.placeOrder(request, within(1500));
  await until('the Reserve to wait for the lock', async () => (await waiting()) > 0, 1400);
  await assert.rejects(call, (error: RpcError) => error.code === status.DEADLINE_EXCEEDED);
  assert.ok(Date.now() - start < 2500);
  // The sweeper comes back for the order with its own time; it is the only one to wait now.
  await until('the statement to be cancelled', async () => (await waiting()) <= 1, 1000);
  await letGo();
  const { order: found, replayed } = await gateway.placeOrder(request, within());
  assert.equal(found?.status, 'ORDER_STATUS_CONFIRMED');
  assert.equal(replayed, true);
});

test('a caller that goes away ends the work in the last database at once', async (t) => {
  const { gateway } = connectClients(t, mesh.ports);
  const { waiting } = await lockStock(t, mesh, sku);
  const caller = new AbortController();
  const call = gateway.placeOrder(newOrder(), { signal: caller.signal, deadline: Date.now() + 30_000 });
  await until('the Reserve to wait for the lock', async () => (await waiting()) > 0, 900);
  caller.abort();
  await assert.rejects(call, (error: RpcError) => error.code === status.CANCELLED);
  await until('the statement to be cancelled', async () => (await waiting()) === 0, 500);
});

const items = [{ sku: 'SKU-0050', quantity: 1 }];

function order(faults?: string, key: string = randomUUID()): Promise<HttpAnswer> {
  return placeOrder(mesh.gatewayUrl, { key, items, ...(faults && { headers: { 'mesh-faults': faults } }) });
}

const idOf = ({ headers }: HttpAnswer) => headers.get('x-trace-id') ?? '';

/**
 * What went wrong on purpose in the trace: `service span kind value`, when its root is there.
 *
 * @param least so many are waited for: each service sends its spans by itself
 */
async function faultsOf(traceId: string, least = 0): Promise<string[]> {
  return until(`the root and ${least} faults of ${traceId}`, async () => {
    const spans = await readTrace(mesh, traceId);
    const faults = spans.flatMap((span) =>
      span.events.filter(({ name }) => name === 'fault.injected').map(wordsOf(span)),
    );
    return spans.some(({ parentSpanId }) => parentSpanId === '') && faults.length >= least && faults;
  });
}

function wordsOf({ service, name }: Span) {
  return ({ attributes }: Span['events'][number]) => {
    const value = attributes['mesh.fault.delay_ms'] ?? attributes['mesh.fault.status_code'] ?? '';
    return `${service} ${name.split('/').at(-1)} ${attributes['mesh.fault.kind']} ${value}`.trim();
  };
}

/** The lines about faults that a service wrote in this trace. */
async function faultLines(part: 'gateway' | 'order' | 'inventory', traceId: unknown) {
  return parseLog(await mesh.log(part)).filter(
    ({ message, trace_id }) => message === 'fault injected' && trace_id === traceId,
  );
}

const hops = ['gateway/PlaceOrder', 'order/CreateOrder', 'inventory/Reserve', 'inventory/Commit'];

test('each hop can answer with an error, and its span and a line of its service say so', async () => {
  const check = async (hop: string) => {
    const answer = await order(`${hop}:error=INTERNAL`);
    assert.deepEqual([answer.status, answer.body['reason']], [500, 'FAULT_INJECTED'], hop);
    const [service = '', method = ''] = hop.split('/');
    const span = service === 'gateway' ? 'orders' : method;
    assert.deepEqual(await faultsOf(idOf(answer), 1), [`${service} ${span} error INTERNAL`]);
    const lines = await until(`a line of ${service}`, async () => {
      const written = await faultLines(service as 'gateway' | 'order' | 'inventory', idOf(answer));
      return written.length > 0 && written;
    });
    assert.deepEqual(
      lines.map((line) => [line['level'], line['mesh.fault.method']]),
      [['warn', hop]],
    );
  };
  await Promise.all(hops.map(check));
});

test('each hop can be late, and the order is right all the same', async () => {
  const begin = Date.now();
  const answer = await order(hops.map((hop) => `${hop}:delay=50`).join());
  assert.deepEqual([answer.status, answer.body['status']], [201, 'CONFIRMED']);
  assert.ok(Date.now() - begin >= 4 * 49);
  const expected = ['gateway orders', 'inventory Commit', 'inventory Reserve', 'order CreateOrder'];
  assert.deepEqual(
    (await faultsOf(idOf(answer), hops.length)).sort(),
    expected.map((place) => `${place} delay 50`),
  );
});

test('each hop can lose its answer, and the same order again is the one that was made', async () => {
  for (const hop of hops) {
    const key = randomUUID();
    const lost = order(`${hop}:lost`, key);
    if (hop.startsWith('gateway')) await assert.rejects(lost);
    else assert.equal((await lost).status, 503, hop);
    const again = await order(undefined, key);
    assert.deepEqual([again.status, again.body['status']], [200, 'CONFIRMED'], hop);
    assert.deepEqual(await faultsOf(idOf(again)), []);
  }
});

test('an order that nobody asks for again is finished by the sweeper, which has no faults', async (t) => {
  const failed = await order('inventory/Reserve:delay=20, inventory/Commit:error=INTERNAL');
  assert.equal(failed.status, 500);
  const { order: client } = connectClients(t, mesh.ports);
  const finished = await until('the order to be finished', async () => {
    const { orders } = await client.listOrders({ pageSize: 100 }, within());
    const made = orders.find(({ traceId }) => traceId === idOf(failed));
    return made?.status === 'ORDER_STATUS_CONFIRMED' && made;
  });
  const line = await until('the line of that', async () =>
    parseLog(await mesh.log('order')).find(
      (each) => each['order.id'] === finished.id && each['message'] === 'order finished',
    ),
  );
  const [own, sweepers] = await Promise.all(
    [idOf(failed), line['trace_id']].map((id) => faultLines('inventory', id)),
  );
  assert.deepEqual([own?.length, sweepers?.length], [2, 0]);
});

test('a call of gRPC can ask for them too, and other calls are let alone, with its own key or another', async (t) => {
  const { gateway } = connectClients(t, mesh.ports);
  const request = { idempotencyKey: randomUUID(), customerId: 'c-1', items };
  const caller = new AbortController();
  const scope = { ...within(8000), signal: caller.signal, faults: 'inventory/Commit:delay=7000' };
  let isOver = false;
  const late = gateway.placeOrder(request, scope).finally(() => {
    isOver = true;
  });
  const gone = assert.rejects(late, { code: status.CANCELLED });
  await until('the delay to begin', async () =>
    (await mesh.log('inventory')).includes('"mesh.fault.delay_ms":7000'),
  );
  const bystander = await order();
  const joining = await gateway.placeOrder(request, within());
  assert.equal(isOver, false);
  assert.deepEqual([bystander.status, joining.order?.status], [201, 'ORDER_STATUS_CONFIRMED']);
  assert.deepEqual(await faultsOf(idOf(bystander)), []);
  caller.abort();
  await gone;
});

test('a fault that cannot be read is refused at both edges', async (t) => {
  const answer = await order('inventory/Commit:slow');
  assert.equal(answer.status, 400);
  assert.match(String(answer.body['detail']), /"inventory\/Commit:slow"/);
  const { gateway } = connectClients(t, mesh.ports);
  const request = { idempotencyKey: randomUUID(), customerId: 'c-1', items };
  const call = gateway.placeOrder(request, { ...within(), faults: 'Commit:lost' });
  await assert.rejects(call, { code: status.INVALID_ARGUMENT, message: /"Commit:lost"/ });
});

test('after all that each order was committed once', async () => {
  const { code, stdout, stderr } = await runMesh(['verify'], mesh.variables);
  assert.equal(code, 0, stdout + stderr);
});
