import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type HttpAnswer, placeOrder } from './testing/place-order.ts';
import { parseLog } from './testing/read-lines.ts';
import { readTrace, type Span } from './testing/read-trace.ts';
import { runMesh } from './testing/run-program.ts';
import { type Mesh, openMesh, type PartName } from './testing/start-mesh.ts';
import { until } from './testing/until.ts';

let mesh: Mesh;
before(async () => {
  mesh = await openMesh();
});
after(() => mesh?.close());

const items = [{ sku: 'SKU-0003', quantity: 1 }];

interface Attempt {
  readonly key: string;
  readonly traceId: string;
  readonly answer: HttpAnswer | undefined;
}

for (const service of ['gateway', 'order', 'inventory'] as const) {
  test(`SIGTERM to ${service} under 50 orders/s: what was accepted is answered, retries succeed, traces are whole`, async () => {
    const attempts = await openLoad(service, async () => {
      const pid = await mesh.pidOf(service);
      process.kill(pid, 'SIGTERM');
      await until(`${service} to be back`, async () => (await mesh.pidOf(service)) !== pid);
    });
    // Whoever reached the gateway has a line there, also one that went away without an answer.
    const accepted = new Set(parseLog(await mesh.log('gateway')).map(({ trace_id }) => trace_id));
    const lost = attempts.filter(({ answer, traceId }) => answer === undefined && accepted.has(traceId));
    assert.deepEqual(lost, [], 'a request that was taken got no answer');
    const other = attempts.filter(({ answer }) => answer && ![200, 201, 503].includes(answer.status));
    assert.deepEqual(other, []);
    const unplaced = attempts.filter(({ answer }) => answer?.status !== 201);
    await Promise.all(unplaced.map(succeedsAgain));
    assert.match(mesh.host.output(), new RegExp(`${service}.*code 0`));
    await Promise.all(attempts.map(traceIsWhole));
    const { code, stdout } = await runMesh(['verify'], mesh.variables);
    assert.equal(code, 0, stdout);
  });
}

/** 50 orders a second for 3 s, each when it is due and not when the one before is done; `event` after 1 s. */
async function openLoad(prefix: PartName, event: () => Promise<void>): Promise<Attempt[]> {
  const attempts: Promise<Attempt>[] = [];
  let happening: Promise<void> | undefined;
  const start = Date.now();
  for (let index = 0; index < 150; index++) {
    await setTimeout(Math.max(0, start + index * 20 - Date.now()));
    if (index === 50) happening = event();
    attempts.push(attempt(`${prefix}-${index}`));
  }
  await happening;
  return Promise.all(attempts);
}

async function attempt(key: string): Promise<Attempt> {
  const traceId = randomBytes(16).toString('hex');
  // A connection of its own: one that is kept open may be closed by the other side at any moment.
  const headers = { connection: 'close', traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` };
  const answer = await placeOrder(mesh.gatewayUrl, { key, items, headers }).catch(() => undefined);
  return { key, traceId, answer };
}

async function succeedsAgain({ key }: Attempt): Promise<void> {
  const { body } = await until(`an answer for ${key}`, async () => {
    const answer = await placeOrder(mesh.gatewayUrl, { key, items });
    return answer.status < 300 && answer;
  });
  assert.equal(body['status'], 'CONFIRMED', key);
}

/** The trace of a call that was answered has its three services, and no span without its parent. */
async function traceIsWhole({ answer, traceId }: Attempt): Promise<void> {
  if (answer?.status !== 201) return;
  await until(`the whole trace ${traceId}`, async () => whole(await readTrace(mesh, traceId)));
}

function whole(spans: readonly Span[]): boolean {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const roots = spans.filter(({ parentSpanId }) => !ids.has(parentSpanId));
  const services = new Set(spans.map(({ service }) => service));
  return (
    roots.length === 1 && services.size === 3 && spans.some(({ name }) => name.includes('UPDATE inventory'))
  );
}
