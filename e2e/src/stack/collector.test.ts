import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { defer } from '../testing/defer.ts';
import { createMeshEnvironment } from '../testing/mesh-environment.ts';
import { readTrace, untilSpans } from '../testing/read-trace.ts';
import { until } from '../testing/until.ts';
import { openFakeStore } from './testing/fake-store.ts';
import { markedLines, marksIn } from './testing/marked-lines.ts';
import { ballast, sendTrace } from './testing/send-trace.ts';
import { type CollectorOptions, startCollector } from './testing/start-collector.ts';
import { startJaeger } from './testing/start-jaeger.ts';

/** What the collector answered with 200 arrives, whatever the stores behind it do. */

test('a store that refuses for a while gets every line in the end', async (t) => {
  const { loki, otlpUrl, takeAgain, untilArrived } = await open(t);
  const lines = markedLines(500);
  for (const answer of [{ status: 429, headers: { 'retry-after': '1' } }, { status: 503 }, { status: 502 }]) {
    loki.play(() => answer);
    if (loki.requests() === 0) assert.ok(await lines.sendTo(otlpUrl));
    const before = loki.requests();
    await until(`a try after ${answer.status}`, () => loki.requests() >= before + 2);
  }
  takeAgain();
  await untilArrived(lines.marks);
});

test('a store that takes requests and never answers gets every line in the end', async (t) => {
  const smaller = { exporters: { 'otlp_http/loki': { timeout: '1s' } } };
  const { loki, otlpUrl, takeAgain, untilArrived } = await open(t, { smaller });
  loki.play(() => undefined);
  const lines = markedLines(500);
  assert.ok(await lines.sendTo(otlpUrl));
  await until('two tries', () => loki.requests() >= 2);
  takeAgain();
  await untilArrived(lines.marks);
});

test('a collector that is killed while the store is away delivers after its start what it took before', async (t) => {
  const { loki, otlpUrl, collector, restart, takeAgain, untilArrived } = await open(t);
  loki.play(() => ({ status: 503 }));
  const taken: string[] = [];
  const send = async (requests: number) => {
    for (let index = 0; index < requests; index++) {
      const lines = markedLines(50);
      if (await lines.sendTo(otlpUrl)) taken.push(...lines.marks);
    }
  };
  const sending = send(200);
  await until('the collector to be busy', () => taken.length >= 1000);
  await collector.end('SIGKILL');
  await sending;
  const before = taken.length;
  await restart();
  await send(5);
  assert.equal(taken.length, before + 250);
  takeAgain();
  await untilArrived(taken);
});

test('a collector whose queue is full says so, and takes the same lines once there is room', async (t) => {
  const smaller = { exporters: { 'otlp_http/loki': { sending_queue: { queue_size: 1_000_000 } } } };
  const { loki, otlpUrl, takeAgain, untilArrived } = await open(t, { smaller });
  loki.play(() => ({ status: 503 }));
  const requests = Array.from({ length: 20 }, () => markedLines(10, 10_000));
  const answers: boolean[] = [];
  for (const lines of requests) answers.push(await lines.sendTo(otlpUrl));
  assert.deepEqual(answers, [...Array(9).fill(true), ...Array(11).fill(false)]);
  const refused = requests.filter((_, index) => !answers[index]);
  takeAgain();
  for (const lines of refused) await until('room', () => lines.sendTo(otlpUrl));
  await untilArrived(requests.flatMap(({ marks }) => marks));
});

test('many spans above 4 MiB in all, and one that is above it by itself, reach Jaeger', async (t) => {
  const { otlpUrl, jaeger } = await openWithJaeger(t);
  const traces = [
    [2500, ballast(1, 3000)],
    [1, ballast(200, 30_000)],
    [3, ballast(1, 1000)],
  ] as const;
  for (const [count, attributes] of traces) {
    const { traceId, status } = await sendTrace(otlpUrl, count, { attributes });
    assert.equal(status, 200);
    await untilSpans(jaeger, traceId, count);
  }
});

test('a value that Jaeger has no room for in its index is cut, and holds up nothing', async (t) => {
  const { otlpUrl, jaeger } = await openWithJaeger(t);
  const attributes = ballast(1, 70_000);
  const events = [{ timeUnixNano: `${Date.now()}000000`, name: 'sent', attributes }];
  for (const fields of [{ attributes }, { events }]) {
    const { traceId } = await sendTrace(otlpUrl, 8, fields);
    const [span] = await untilSpans(jaeger, traceId, 8);
    if ('attributes' in fields) assert.equal(String(span?.attributes['ballast-0']).length, 32_768);
  }
});

test('a request that is too large for the stores is refused at once', async (t) => {
  const { otlpUrl } = await open(t);
  assert.equal((await sendTrace(otlpUrl, 1, { attributes: ballast(1, 8_500_000) })).status, 400);
  assert.equal((await sendTrace(otlpUrl, 1, { attributes: ballast(1, 8_000_000) })).status, 200);
});

test('with tail sampling, more traces than have room wait for their decision and are not lost', async (t) => {
  const smaller = { processors: { tail_sampling: { decision_wait: '1s', num_traces: 50 } } };
  const { otlpUrl, jaeger } = await openWithJaeger(t, { overlays: ['tail'], smaller });
  const sent = await Promise.all(Array.from({ length: 120 }, () => sendTrace(otlpUrl, 1)));
  for (const { traceId, status } of sent) {
    assert.equal(status, 200);
    await untilSpans(jaeger, traceId, 1);
  }
});

test('with tail sampling all is kept that a server failed at or that was kept after the fact, and of refusals one in ten', async (t) => {
  const smaller = { processors: { tail_sampling: { decision_wait: '1s' } } };
  const { otlpUrl, jaeger } = await openWithJaeger(t, { overlays: ['tail'], smaller });
  const send = (fields: object) =>
    Promise.all(Array.from({ length: 60 }, () => sendTrace(otlpUrl, 1, fields)));
  const attributes = [{ key: 'sampling.reason', value: { stringValue: 'promoted:marked' } }];
  const refused = await send({ kind: 3 });
  const wanted = [await send({ kind: 2 }), await send({ kind: 2, status: {}, attributes })].flat();
  for (const { traceId } of wanted) await untilSpans(jaeger, traceId, 1);
  const kept = await Promise.all(refused.map(({ traceId }) => readTrace(jaeger, traceId)));
  assert.ok(kept.filter((spans) => spans.length > 0).length < 30);
});

async function open(t: TestContext, options: CollectorOptions = {}) {
  const environment = await createMeshEnvironment();
  defer(t, () => environment.remove());
  const loki = await openFakeStore();
  defer(t, () => loki.close());
  const arrived = new Set<string>();
  const take = (text: string) => {
    for (const mark of marksIn(text)) arrived.add(mark);
    return { status: 200 };
  };
  const start = async () => {
    const stores = { LOKI_OTLP_ENDPOINT: `${loki.url}/otlp` };
    const collector = await startCollector(environment, { ...options, stores });
    defer(t, () => collector.end());
    return collector;
  };
  return {
    environment,
    loki,
    otlpUrl: `http://127.0.0.1:${environment.ports.OTLP_HTTP_PORT}`,
    collector: await start(),
    restart: start,
    takeAgain: () => loki.play(take),
    untilArrived: (marks: readonly string[]) =>
      until('every line to arrive', () => marks.every((mark) => arrived.has(mark))),
  };
}

async function openWithJaeger(t: TestContext, options?: CollectorOptions) {
  const opened = await open(t, options);
  const jaeger = await startJaeger(opened.environment);
  defer(t, () => jaeger.end());
  return { ...opened, jaeger: { jaegerUrl: `http://127.0.0.1:${opened.environment.ports.JAEGER_PORT}` } };
}
