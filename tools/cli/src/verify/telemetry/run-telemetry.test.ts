import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { recorder } from '../../terminal/recorder.ts';
import { type Fake, fakeJaeger, fakeLoki, serveFake } from '../../trace/testing/back-ends.ts';
import { orderLines } from '../../trace/testing/order-lines.ts';
import { longAgoNs, orderServices, traceId } from '../../trace/testing/order-trace.ts';
import { otlpTrace } from '../../trace/testing/otlp.ts';
import { runVerify } from '../run-verify.ts';
import { serveFakeMesh } from '../testing/fake-mesh.ts';
import { madeUpOrder, orderId } from '../testing/made-up.ts';

const seconds = Number(longAgoNs / 1_000_000_000n);
const createTime = { seconds: `${seconds}`, nanos: 0 };
const since = ['--telemetry', '--since', new Date(seconds * 1000 - 1000).toISOString()];
const wholeTrace = { [traceId]: otlpTrace(traceId, longAgoNs, orderServices) };
/** A CONFIRMED order in the trace, and one that is older than the window. */
const orders = [
  madeUpOrder(1, 'CONFIRMED', { traceId, createTime }),
  madeUpOrder(2, 'CONFIRMED', { createTime: { seconds: `${seconds - 60}`, nanos: 0 } }),
];

interface Fakes {
  readonly jaeger?: Fake;
  readonly loki?: Fake;
}

async function verify(t: TestContext, { jaeger, loki }: Fakes, args: string[], env = {}) {
  const terminal = recorder();
  const stores = {
    JAEGER_URL: await serveFake(t, jaeger ?? fakeJaeger(wholeTrace)),
    LOKI_URL: await serveFake(t, loki ?? fakeLoki(orderLines)),
  };
  const mesh = await serveFakeMesh(t, { orders, reservations: [], stock: [] });
  const code = await runVerify(args, { ...mesh, ...stores, ...env }, terminal);
  return { code, out: terminal.out(), complaints: terminal.complaints.join('\n') };
}

test('the whole telemetry of the orders of a window is counted, exit code 0', async (t) => {
  const { code, out, complaints } = await verify(t, {}, since);
  assert.deepEqual([code, complaints], [0, '']);
  assert.match(out, /^Checked 1 orders since 2026-11-24 10:00:00Z: 1 traces, 14 spans, 8 log lines\.\n/);
  assert.equal(out.match(/^✓ /gm)?.length, 11);
  assert.match(
    out,
    /\nspans: 0 missing, 0 duplicates, 0 orphans\nlines: 0 missing, 0 duplicates, 0 orphans\n$/,
  );
});

test('what is missing, duplicate or orphan is named and counted, exit code 1', async (t) => {
  const { inventory, ...others } = orderServices;
  const spans = { ...others, inventory: inventory.slice(1), again: inventory.slice(1, 2) };
  const jaeger = fakeJaeger({ [traceId]: otlpTrace(traceId, longAgoNs, spans) });
  const loki = fakeLoki([...orderLines.slice(1), ...orderLines.slice(1, 2)]);
  const { code, out, complaints } = await verify(t, { jaeger, loki }, [...since, '--settle', '0.1']);
  assert.equal(code, 1);
  assert.match(complaints, /^1 trace is not whole yet; read again for up to 0\.1 s\.$/);
  const subject = `trace ${traceId} of order ${orderId(1)}`;
  assert.ok(
    out.includes(`✗ call-has-server  ${subject}: the server's span of order CLIENT InventoryService/`),
    out,
  );
  assert.match(
    out,
    /\nspans: 2 missing, 1 duplicates, 4 orphans\nlines: 1 missing, 1 duplicates, 2 orphans\n$/,
  );
});

test('what is still arriving is read again, and --json says the same to programs', async (t) => {
  let reads = 0;
  const jaeger: Fake = (url) => {
    reads += 1;
    return fakeJaeger(reads > 1 ? wholeTrace : {})(url);
  };
  const { code, out } = await verify(t, { jaeger }, [...since, '--json']);
  const { whole, checked, missing, duplicates, orphans, findings } = JSON.parse(out);
  assert.deepEqual([code, whole, reads, findings], [0, true, 2, []]);
  assert.deepEqual(checked, { orders: 1, traces: 1, spans: 14, lines: 8, finishedElsewhere: 0 });
  for (const count of [missing, duplicates, orphans]) assert.deepEqual(count, { spans: 0, lines: 0 });
});

test('the window begins with the mesh of MESH_HOME; without one --since is asked for', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'mesh-home-'));
  t.after(() => rmSync(home, { recursive: true }));
  const none = await verify(t, {}, ['--telemetry'], { MESH_HOME: home });
  assert.equal(none.code, 2);
  assert.match(none.complaints, /say --since, e\.g\. --since 10m\.$/);
  mkdirSync(join(home, 'run'));
  writeFileSync(join(home, 'run', 'host.json'), '{}');
  const { code, out } = await verify(t, {}, ['--telemetry'], { MESH_HOME: home });
  assert.equal(code, 0);
  assert.match(out, /^Checked 0 orders since /);
});

test('a back end that cannot be read is named, exit code 3', async (t) => {
  const down: Fake = () => ({ status: 503, text: 'not ready' });
  for (const [fakes, name] of [
    [{ jaeger: down }, 'Jaeger'],
    [{ loki: down }, 'Loki'],
  ] as const) {
    const { code, out, complaints } = await verify(t, fakes, since);
    assert.deepEqual([code, out], [3, '']);
    assert.match(complaints, new RegExp(`^mesh verify: ${name} at \\S+ answered 503: not ready$`));
  }
});

test('words that do not go together are refused with exit code 2', async (t) => {
  for (const [args, words] of [
    [['--since', '10m'], /--since is of --telemetry/],
    [['--telemetry', '--ledger', 'x'], /--ledger is of mesh verify without --telemetry/],
    [['--telemetry', '--since', 'noon'], /--since must be a time such as .* it is "noon"/],
  ] as const) {
    const { code, complaints } = await verify(t, {}, [...args]);
    assert.equal(code, 2);
    assert.match(complaints, words);
  }
});
