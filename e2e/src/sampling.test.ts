import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { type SamplingReport, samplingOf } from './testing/ask-sampling.ts';
import { placeOrder } from './testing/place-order.ts';
import { parseLog } from './testing/read-lines.ts';
import { readTrace, untilSpans } from './testing/read-trace.ts';
import { runMesh } from './testing/run-program.ts';
import { type Mesh, openMesh } from './testing/start-mesh.ts';
import { until } from './testing/until.ts';

const services = ['gateway', 'order', 'inventory'] as const;
const keys = { MESH_SAMPLING_MARK_KEYS: `e2e:${randomUUID()}` };
const nothing = JSON.stringify({
  version: 1,
  default: { ratio: 0 },
  forced: { perSecond: 1, burst: 1 },
});
/** Of an order: the edge, its call, three statements or more, and the calls behind it. */
const spansOfOrder = 11;

let mesh: Mesh;
let file: string;
before(async () => {
  mesh = await openMesh(keys);
  file = join(mesh.home, 'sampling.json');
});
after(() => mesh?.close());

/** Places an order; answers its trace id, and whether the gateway keeps the trace. */
async function order(headers = {}): Promise<{ traceId: string; isKept: boolean }> {
  const items = [{ sku: 'SKU-0001', quantity: 1 }];
  const answer = await placeOrder(mesh.gatewayUrl, { key: randomUUID(), items, headers });
  assert.equal(answer.status, 201);
  const [, traceId = '', , flags = ''] = (answer.headers.get('traceresponse') ?? '').split('-');
  return { traceId, isKept: Number.parseInt(flags, 16) % 2 === 1 };
}

/** Resolves when all three services are so; fails after the 2 s that a change may take. */
async function untilAll(t: TestContext, what: string, is: (report: SamplingReport) => boolean) {
  const ask = samplingOf(t, mesh);
  return until(what, async () => (await ask()).every(is), 2000);
}

test('npm start keeps everything, and a document that is set is in effect in all services within 2 s', async () => {
  const kept = await order();
  assert.equal(kept.isKept, true);
  await untilSpans(mesh, kept.traceId, spansOfOrder);
  const own = join(mesh.home, 'nothing.json');
  await writeFile(own, nothing);
  const { code, stdout, stderr } = await runMesh(['sampling', 'set', own], mesh.variables);
  assert.equal(code, 0, stderr);
  const [, seconds] = /In effect in gateway, order, inventory after (\d\.\d) s/.exec(stdout) ?? [];
  assert.ok(Number(seconds) <= 2, stdout);
});

test('where nothing is kept, a mark that mesh sampling makes has one trace kept, whole and with its reason', async (t) => {
  const before = await Promise.all([order(), order(), order()]);
  const words = ['sampling', 'mark', '--operation', 'POST /v1/orders'];
  const { stdout, stderr } = await runMesh(words, { ...mesh.variables, ...keys });
  const [, mark] = /^mesh-sampling-mark: (\S+)\n$/.exec(stdout) ?? [];
  assert.ok(mark, stderr);
  const headers = { 'mesh-sampling-mark': mark };
  const forced = await order(headers);
  const others = [...before, await order(headers), await order()];
  assert.deepEqual(
    [forced.isKept, ...others.map(({ isKept }) => isKept)],
    [true, ...others.map(() => false)],
  );
  const spans = await untilSpans(mesh, forced.traceId, spansOfOrder);
  const reasons = spans
    .filter(({ attributes }) => attributes['sampling.reason'] !== undefined)
    .map(({ service, attributes }) => `${service} ${attributes['sampling.reason']}`);
  assert.deepEqual([...new Set(reasons)].sort(), ['gateway forced', 'inventory forced', 'order forced']);
  for (const { traceId } of others) assert.deepEqual(await readTrace(mesh, traceId), []);
  const [gateway] = await samplingOf(t, mesh)();
  assert.deepEqual([gateway?.marks?.['good'], gateway?.marks?.['replayed']], [1, 1]);
});

test('a broken document changes nothing and is reported by each service, and so is a missing one', async (t) => {
  await writeFile(file, '{ "version": 1, "default": { "ratio": 2 } }');
  const isOld = ({ document }: SamplingReport) => document.default.ratio === 0;
  await untilAll(t, 'all to refuse it', (report) => /ratio/.test(report.source.error ?? '') && isOld(report));
  await rm(file);
  await untilAll(
    t,
    'all to miss it',
    (report) => /no such file/.test(report.source.error ?? '') && isOld(report),
  );
  assert.equal((await order()).isKept, false);
  for (const service of services) {
    const lines = parseLog(await mesh.log(service)).map(({ message }) => String(message));
    assert.equal(lines.filter((line) => /is not taken: .*ratio/.test(line)).length, 1, service);
    assert.equal(lines.filter((line) => /is not taken: .*no such file/.test(line)).length, 1, service);
  }
});

test('a good document takes effect again, and to ask leaves neither a span nor a line', async (t) => {
  await writeFile(file, JSON.stringify({ version: 1, default: { policy: 'always' } }));
  await untilAll(t, 'all to keep everything', ({ document, source }) => {
    return document.default.kind === 'always' && source.error === undefined;
  });
  const { isKept, traceId } = await order();
  assert.equal(isKept, true);
  await untilSpans(mesh, traceId, spansOfOrder);
  for (const service of services) assert.doesNotMatch(await mesh.log(service), /AdminService|GetSampling/);
  const operations = await fetch(`${mesh.jaegerUrl}/api/v3/operations?service=inventory`);
  assert.doesNotMatch(await operations.text(), /AdminService/);
});
