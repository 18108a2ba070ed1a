import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { defer } from '../testing/defer.ts';
import { createMeshEnvironment } from '../testing/mesh-environment.ts';
import { until } from '../testing/until.ts';
import { answerBulk, type DocumentStatus } from './testing/fake-bulk.ts';
import { openFakeStore } from './testing/fake-store.ts';
import { markedLines, marksIn } from './testing/marked-lines.ts';
import { ballast, sendTrace } from './testing/send-trace.ts';
import { startCollector } from './testing/start-collector.ts';
import { startCompat } from './testing/start-compat.ts';

/** What the first collector answered with 200 gets into the store behind the second one, which keeps nothing. */

test('documents that are refused one by one come again until they are taken', async (t) => {
  const { elasticsearch, otlpUrl } = await openElasticsearch(t);
  const lines = markedLines(200);
  // Every third document is refused, for another of the passing reasons, three times each.
  const refusals = new Map(lines.marks.map((mark, index) => [mark, index % 3 === 0 ? 3 : 0]));
  elasticsearch.play((mark) => {
    const left = refusals.get(mark) ?? 0;
    refusals.set(mark, left - 1);
    return left > 0 ? ([429, 502, 503, 504][left] ?? 429) : 201;
  });
  assert.ok(await lines.sendTo(otlpUrl));
  await until('every line to be taken', () => lines.marks.every((mark) => elasticsearch.taken.has(mark)));
});

test('documents that are refused for longer than a batch may take come again with their batch', async (t) => {
  const { elasticsearch, otlpUrl } = await openElasticsearch(t, '1s');
  const lines = markedLines(200);
  const [stubborn] = lines.marks;
  let passed = false;
  elasticsearch.play((mark) => (mark === stubborn && !passed ? 429 : 201));
  assert.ok(await lines.sendTo(otlpUrl));
  const [, other = ''] = lines.marks;
  await until('the batch to come again', () => (elasticsearch.taken.get(other) ?? 0) >= 3);
  passed = true;
  await until('every line to be taken', () => lines.marks.every((mark) => elasticsearch.taken.has(mark)));
});

test('an Elasticsearch that refuses whole requests, or does not answer, gets every line in the end', async (t) => {
  const { elasticsearch, otlpUrl } = await openElasticsearch(t, '1s');
  const lines = markedLines(200);
  elasticsearch.refuse({ status: 429 });
  assert.ok(await lines.sendTo(otlpUrl));
  for (const answer of [{ status: 429 }, { status: 503 }, undefined]) {
    elasticsearch.refuse(answer);
    const before = elasticsearch.requests();
    await until(`a try after ${answer?.status}`, () => elasticsearch.requests() >= before + 2);
  }
  elasticsearch.play(() => 201);
  await until('every line to be taken', () => lines.marks.every((mark) => elasticsearch.taken.has(mark)));
});

test('a request of large spans reaches Zipkin in parts, each of which it takes', async (t) => {
  const { store, otlpUrl } = await openCollectors(t, 'zipkin');
  let spans = 0;
  store.play((text) => {
    // What Zipkin answers above 10 MiB.
    if (text.length > 10 * 1024 * 1024) return { status: 500 };
    spans += text.match(/"traceId"/g)?.length ?? 0;
    return { status: 202 };
  });
  const { status } = await sendTrace(otlpUrl, 2500, { attributes: ballast(1, 3000) }, ballast(2, 500));
  assert.equal(status, 200);
  await until('every span', () => spans === 2500);
});

/** In front of an Elasticsearch that the test plays; `timeout`: of a batch, other than in the files. */
async function openElasticsearch(t: TestContext, timeout?: string) {
  const { store, otlpUrl } = await openCollectors(t, 'elk', timeout);
  /** How often each mark was taken. */
  const taken = new Map<string, number>();
  const elasticsearch = {
    taken,
    requests: store.requests,
    refuse: (answer?: { status: number }) => store.play(() => answer),
    play: (statusOf: DocumentStatus) =>
      store.play((text) =>
        answerBulk(text, (document) => {
          const [mark = ''] = marksIn(document);
          const status = statusOf(mark);
          if (status === 201) taken.set(mark, (taken.get(mark) ?? 0) + 1);
          return status;
        }),
      ),
  };
  return { elasticsearch, otlpUrl };
}

async function openCollectors(t: TestContext, variant: 'zipkin' | 'elk', timeout?: string) {
  const environment = await createMeshEnvironment();
  defer(t, () => environment.remove());
  const store = await openFakeStore();
  defer(t, () => store.close());
  const compat = await startCompat(environment, variant, store.url);
  defer(t, () => compat.end());
  const smaller = timeout === undefined ? {} : { exporters: { 'otlp_grpc/compat': { timeout } } };
  const collector = await startCollector(environment, { overlays: [variant], smaller });
  defer(t, () => collector.end());
  return { store, otlpUrl: `http://127.0.0.1:${environment.ports.OTLP_HTTP_PORT}` };
}
