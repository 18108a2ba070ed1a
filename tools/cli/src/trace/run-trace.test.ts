import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { recorder } from '../terminal/recorder.ts';
import { runTrace } from './run-trace.ts';
import { type Fake, fakeGateway, fakeJaeger, fakeLoki, serveFake } from './testing/back-ends.ts';
import { orderLines } from './testing/order-lines.ts';
import { orderId, orderServices, traceId } from './testing/order-trace.ts';
import { otlpTrace } from './testing/otlp.ts';

const down = 'http://127.0.0.1:1';

interface Fakes {
  readonly gateway?: Fake;
  readonly jaeger?: Fake;
  readonly loki?: Fake;
}

async function trace(t: TestContext, args: string[], { gateway, jaeger, loki }: Fakes) {
  const env = {
    GATEWAY_URL: gateway ? await serveFake(t, gateway) : down,
    JAEGER_URL: jaeger ? await serveFake(t, jaeger) : down,
    LOKI_URL: loki ? await serveFake(t, loki) : down,
  };
  const terminal = recorder();
  const code = await runTrace(args, env, terminal);
  return { code, out: terminal.out(), complaints: terminal.complaints.join('\n') };
}

const all: Fakes = { gateway: fakeGateway, jaeger: fakeJaeger(), loki: fakeLoki(orderLines) };
const nowNs = () => BigInt(Date.now()) * 1_000_000n;

test('a trace id, an order id and "last" show the same path', async (t) => {
  const byTrace = await trace(t, [traceId], all);
  assert.deepEqual([byTrace.code, byTrace.complaints], [0, '']);
  assert.match(
    byTrace.out,
    /^trace 4bf9.* {3}order 0198.*\ngateway → order → inventory · 14 spans · 8 log lines/,
  );
  assert.deepEqual(await trace(t, [orderId], all), byTrace);
  assert.deepEqual(await trace(t, ['last'], all), byTrace);
});

test('the trace ends with where else it can be seen, where the gateway can say it', async (t) => {
  const links = `\n\ntrace  http://jaeger/trace/${traceId}\nlogs   http://grafana/${traceId}\n`;
  const { gateway: _, ...stores } = all;
  const [withLinks, without] = await Promise.all([trace(t, [traceId], all), trace(t, [traceId], stores)]);
  assert.equal(withLinks.out, without.out.slice(0, -1) + links);
  assert.deepEqual([without.code, without.complaints], [0, '']);
});

test('without the gateway an order is found by its first log line', async (t) => {
  const sweeper = {
    service: 'order',
    at: -500,
    message: 'swept',
    fields: { order_id: orderId, trace_id: '' },
  };
  const mesh = { jaeger: fakeJaeger(), loki: recentLoki([...orderLines, sweeper]) };
  const { code, out } = await trace(t, [orderId], mesh);
  assert.equal(code, 0);
  assert.match(out, /14 spans/);
});

test('without the gateway the last order is the newest one, whatever the newest line is about', async (t) => {
  const about = (id: string) => ({
    service: 'order',
    at: 900,
    message: 'cancelled',
    fields: { order_id: id },
  });
  const noise = [about(orderId.replace('0198', '0197')), about('"} or hostile'), about('ffff')];
  const { code, out } = await trace(t, ['last'], {
    jaeger: fakeJaeger(),
    loki: recentLoki([...orderLines, ...noise]),
  });
  assert.equal(code, 0);
  assert.match(out, new RegExp(`^trace 4bf9.* order ${orderId}\n`));
});

test('a gateway that does not answer is given up for the log lines', async (t) => {
  const { code } = await trace(t, [orderId], { ...all, gateway: () => 'hang', loki: recentLoki(orderLines) });
  assert.equal(code, 0);
});

test('an order that nobody knows is a sentence and exit code 1', async (t) => {
  const { code, out, complaints } = await trace(t, [orderId.replace('beef', 'dead')], all);
  assert.deepEqual([code, out], [1, '']);
  assert.match(
    complaints,
    /^The gateway does not know order 0198\S+dead\.\nOrder 0198\S+dead is not in the log/,
  );
});

test('a UUID that is no order is looked for as a trace id', async (t) => {
  const uuid = traceId.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const { code, out, complaints } = await trace(t, [uuid], all);
  assert.deepEqual([code, complaints], [0, '']);
  assert.match(out, /^trace 4bf9/);
});

test('before the first order, "last" says that there is none, whatever older log lines say', async (t) => {
  const gateway: Fake = () => ({ json: { orders: [], nextPageToken: '' } });
  const { code, complaints } = await trace(t, ['last'], { ...all, gateway, loki: recentLoki(orderLines) });
  assert.deepEqual([code, complaints], [1, 'No order has been placed yet.']);
});

test('without the gateway and without a line of an order, "last" says both', async (t) => {
  const { code, complaints } = await trace(t, ['last'], {
    ...all,
    gateway: () => ({ status: 500, text: '' }),
    loki: fakeLoki([]),
  });
  assert.equal(code, 1);
  assert.match(
    complaints,
    /^The gateway at \S+ answered 500[\s\S]*\nNo log line of the last 72 h names an order\.$/,
  );
});

test('a trace that nobody knows is a sentence and exit code 1', async (t) => {
  const { code, out, complaints } = await trace(t, ['f'.repeat(32)], {
    jaeger: fakeJaeger({}),
    loki: fakeLoki([]),
  });
  assert.deepEqual([code, out], [1, '']);
  assert.match(complaints, /^Trace f{32} is not known: no span in Jaeger at http/);
});

test('with nothing running each sentence names the URL and the variable', async (t) => {
  const byTrace = await trace(t, [traceId], {});
  assert.equal(byTrace.code, 1);
  assert.match(byTrace.complaints, /Jaeger at http:\/\/127.0.0.1:1: .*JAEGER_URL[\s\S]*Loki at .*LOKI_URL/);
  const byOrder = await trace(t, ['last'], {});
  assert.equal(byOrder.code, 1);
  assert.match(byOrder.complaints, /the gateway at .*GATEWAY_URL[\s\S]*Loki at .*LOKI_URL/);
});

test('one store that is down does not hide the other, and the exit code tells', async (t) => {
  const noLines = await trace(t, [traceId], { jaeger: fakeJaeger() });
  assert.deepEqual([noLines.code, /14 spans · 0 log lines/.test(noLines.out)], [1, true]);
  const recent = fakeLoki(orderLines, nowNs() - 60_000_000_000n);
  const noSpans = await trace(t, [traceId], { loki: recent });
  assert.deepEqual([noSpans.code, /0 spans · 8 log lines/.test(noSpans.out)], [1, true]);
});

test('answers of something else are not taken for a trace or for lines', async (t) => {
  const garbage: readonly Fake[] = [
    () => ({ status: 200, text: '<!doctype html>' }),
    () => ({ status: 500, text: 'oops' }),
    () => ({ json: { result: 'x', data: 'x' } }),
  ];
  for (const fake of garbage) {
    const { code, complaints } = await trace(t, [traceId], { jaeger: fake, loki: fake });
    assert.equal(code, 1);
    assert.match(complaints, /Jaeger[\s\S]*Loki/);
  }
});

test('a trace that is still arriving is read until it is whole', async (t) => {
  const startNs = nowNs();
  const { gateway, ...others } = orderServices;
  let reads = 0;
  const jaeger: Fake = (url) => {
    reads += 1;
    const services = reads > 3 ? orderServices : reads > 1 ? others : { gateway };
    return fakeJaeger({ [traceId]: otlpTrace(traceId, startNs, services) })(url);
  };
  const { out } = await trace(t, [traceId], { jaeger, loki: fakeLoki(orderLines, startNs) });
  assert.match(out, /14 spans/);
});

test('a parent that does not come is waited for, but not for ever, and is told', async (t) => {
  const startNs = nowNs();
  const { gateway: _, ...others } = orderServices;
  const jaeger = fakeJaeger({ [traceId]: otlpTrace(traceId, startNs, others) });
  const begun = performance.now();
  const { code, out } = await trace(t, [traceId], { jaeger, loki: fakeLoki([], startNs) });
  assert.ok(performance.now() - begun < 6000);
  assert.equal(code, 0);
  assert.match(out, /! 1 span has a parent that is not in the store/);
});

test('--json prints one document with every span after its parent and every line', async (t) => {
  const { code, out } = await trace(t, ['--json', 'last'], all);
  const document = JSON.parse(out);
  assert.equal(code, 0);
  assert.deepEqual(Object.keys(document), ['traceId', 'orderId', 'spans', 'lines', 'links', 'notes']);
  const seen = new Set([null]);
  for (const { spanId, parentId } of document.spans) {
    assert.ok(seen.has(parentId), `${spanId} stands before its parent`);
    seen.add(spanId);
  }
  assert.equal(seen.size, 15);
  const { attributes, ...insert } = document.spans.find((span: { atMs: number }) => span.atMs === 4);
  assert.deepEqual(insert, {
    ...{
      spanId: '0000000000000004',
      parentId: '0000000000000003',
      service: 'order',
      name: 'pg.query:INSERT mesh',
    },
    ...{ kind: 'CLIENT', startUnixNano: '1795514401127000000', atMs: 4, durationMs: 1.6 },
    ...{ failed: false, problem: '', links: [] },
  });
  assert.equal(attributes['db.system.name'], 'postgresql');
  assert.equal(document.lines.length, 8);
  assert.equal(document.lines[0].spanId, '0000000000000001');
  assert.deepEqual(document.notes, []);
});

test('wrong usage is explained with exit code 2, help goes to stdout with 0', async () => {
  for (const [args, env] of [
    [[], {}],
    [['nonsense'], {}],
    [['last', '--colour'], {}],
    [['last'], { LOKI_URL: 'loki' }],
  ] as const) {
    const terminal = recorder();
    assert.equal(await runTrace([...args], env, terminal), 2);
    assert.match(terminal.complaints.join(), /^mesh trace: .+/);
  }
  const terminal = recorder();
  assert.equal(await runTrace(['--help'], {}, terminal), 0);
  assert.match(terminal.out(), /^mesh trace <trace id \| order id \| last>/);
});

/** Lines as young as an order that is looked up by them must be; the trace is the one that `fakeJaeger` knows. */
function recentLoki(lines: Parameters<typeof fakeLoki>[0]): Fake {
  const recent = fakeLoki(lines, nowNs() - 60_000_000_000n);
  const old = fakeLoki(lines);
  return (url) => (url.searchParams.get('query')?.includes('order_id') ? recent(url) : old(url));
}
