import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openProcessRecords } from '../../host/process-records.ts';
import { recorder } from '../../terminal/recorder.ts';
import { type Fake, fakeJaeger, fakeLoki, serveFake } from '../../trace/testing/back-ends.ts';
import { orderLines } from '../../trace/testing/order-lines.ts';
import { longAgoNs, orderServices, traceId } from '../../trace/testing/order-trace.ts';
import { otlpTrace } from '../../trace/testing/otlp.ts';
import { runVerify } from '../run-verify.ts';
import { type FakeState, serveFakeMesh } from '../testing/fake-mesh.ts';
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
  readonly mesh?: Partial<FakeState>;
}

async function verify(t: TestContext, { jaeger, loki, mesh: state }: Fakes, args: string[], env = {}) {
  const terminal = recorder();
  const stores = {
    JAEGER_URL: await serveFake(t, jaeger ?? fakeJaeger(wholeTrace)),
    LOKI_URL: await serveFake(t, loki ?? fakeLoki(orderLines)),
  };
  const mesh = await serveFakeMesh(t, { orders, reservations: [], stock: [], ...state });
  const code = await runVerify(args, { ...mesh, ...stores, ...env }, terminal);
  return { code, out: terminal.out(), complaints: terminal.complaints.join('\n') };
}

test('the whole telemetry of the orders of a window is counted, exit code 0', async (t) => {
  const { code, out, complaints } = await verify(t, {}, since);
  assert.deepEqual([code, complaints], [0, '']);
  assert.match(out, /^Checked 1 orders since 2026-11-24 10:00:00Z: 1 traces, 14 spans, 8 log lines\.\n/);
  assert.equal(out.match(/^✓ /gm)?.length, 13);
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
    /\nspans: 1 missing, 1 duplicates, 4 orphans\nlines: 1 missing, 1 duplicates, 2 orphans\n$/,
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
  assert.deepEqual(checked, {
    orders: 1,
    traces: 1,
    unsampled: 0,
    spans: 14,
    lines: 8,
    finishedElsewhere: 0,
  });
  for (const count of [missing, duplicates, orphans]) assert.deepEqual(count, { spans: 0, lines: 0 });
});

test('the window begins with the mesh that runs with MESH_HOME; without one --since is asked for', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'mesh-home-'));
  t.after(() => rmSync(home, { recursive: true }));
  const none = await verify(t, {}, ['--telemetry'], { MESH_HOME: home });
  assert.equal(none.code, 2);
  assert.match(none.complaints, /say --since, e\.g\. --since 10m\.$/);
  openProcessRecords(join(home, 'run')).write('host', process.pid);
  const record = join(home, 'run', 'host.json');
  utimesSync(record, seconds - 1, seconds - 1);
  const { code, out } = await verify(t, {}, ['--telemetry'], { MESH_HOME: home });
  assert.equal(code, 0);
  assert.match(out, /^Checked 1 orders since 2026-11-24 10:00:00Z/);
  // The record of a mesh that was killed stays behind.
  writeFileSync(record, JSON.stringify({ pid: process.pid, startTime: 'long ago' }));
  assert.equal((await verify(t, {}, ['--telemetry'], { MESH_HOME: home })).code, 2);
});

test('a window without an order proves nothing, exit code 2', async (t) => {
  const { code, out, complaints } = await verify(t, {}, ['--telemetry', '--since', '1s']);
  assert.deepEqual([code, out], [2, '']);
  assert.match(complaints, /^mesh verify: No order was created since \S+, so nothing was proved/);
});

test('an order that was PENDING when it was listed has the steps of what it became', async (t) => {
  const confirmed = orders.slice(0, 1);
  const listed: FakeState['orders'] = confirmed.map((each) => ({
    ...each,
    status: 'ORDER_STATUS_PENDING' as const,
  }));
  const onCall = (method: string) => {
    if (method === 'getOrder') listed.splice(0, 1, ...confirmed);
  };
  const { inventory, order, gateway } = orderServices;
  const spans = { gateway, order: order.filter(({ id }) => id !== 6), inventory: inventory.slice(0, 5) };
  const jaeger = fakeJaeger({ [traceId]: otlpTrace(traceId, longAgoNs, spans) });
  const lines = orderLines.filter(({ span }) => span !== 13);
  const fakes = { jaeger, loki: fakeLoki(lines), mesh: { orders: listed, onCall } };
  const { code, out } = await verify(t, fakes, [...since, '--settle', '0']);
  assert.equal(code, 1);
  assert.match(out, /\nspans: 1 missing, 0 duplicates, 0 orphans\nlines: 0 missing/);
});

test('an order without a trace id asks for no line, and one with a wrong id asks for none either', async (t) => {
  const asked: string[] = [];
  const loki: Fake = (url) => {
    asked.push(url.searchParams.get('query') ?? '');
    return fakeLoki(orderLines)(url);
  };
  const bad = ['', 'x"|y'].map((id, i) => madeUpOrder(3 + i, 'REJECTED', { traceId: id, createTime }));
  const state = { orders: [...bad, ...orders.slice(0, 1)] };
  const { code, out } = await verify(t, { loki, mesh: state }, [...since, '--settle', '0']);
  assert.equal(code, 1);
  assert.equal(out.match(/^✗ order-has-trace .*keeps no trace id$/gm)?.length, 2);
  assert.deepEqual(new Set(asked), new Set([`{service_name=~".+"} | trace_id="${traceId}"`]));
});

test('one absurd time of a span does not move the question for the lines', async (t) => {
  const { gateway, ...others } = orderServices;
  const late = gateway.map((span) => ({ ...span, ms: span.id === 2 ? 1e12 : span.ms }));
  const jaeger = fakeJaeger({ [traceId]: otlpTrace(traceId, longAgoNs, { ...others, gateway: late }) });
  const loki: Fake = (url) => {
    const [start, end] = ['start', 'end'].map((name) => Number(url.searchParams.get(name)));
    const isShort = (end ?? 0) - (start ?? 0) < 2 * 3_720_000 * 1e6;
    return isShort
      ? fakeLoki(orderLines)(url)
      : { status: 400, text: 'the query time range exceeds the limit' };
  };
  const { code, complaints } = await verify(t, { jaeger, loki }, since);
  assert.deepEqual([code, complaints], [0, '']);
});

test('spans that cannot be read are named, exit code 3', async (t) => {
  const broken = { resourceSpans: [{ scopeSpans: [{ spans: [{ spanId: 'x' }] }] }] };
  const { code, complaints } = await verify(t, { jaeger: fakeJaeger({ [traceId]: broken }) }, since);
  assert.equal(code, 3);
  assert.match(complaints, /^mesh verify: Jaeger at \S+ gave 1 entry that is none of the spans asked for/);
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
