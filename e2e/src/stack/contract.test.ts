import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { runMesh } from '../testing/run-program.ts';
import { until } from '../testing/until.ts';
import { jaegerRequests, lokiRequests } from './testing/api-requests.ts';
import { asElasticsearchKeeps, asZipkinKeeps, timesOf } from './testing/as-kept.ts';
import { type ApiAnswer, askApi } from './testing/ask-api.ts';
import { type BackEnds, openBackEnds } from './testing/back-ends.ts';
import { readDocument, type TraceDocument } from './testing/read-document.ts';
import { playScenario, type Scenario } from './testing/scenario.ts';
import { sendTrace } from './testing/send-trace.ts';

/** The stand-in, Jaeger with Loki, Zipkin and Elasticsearch, told the same by one mesh and read by one reader. */
let backEnds: BackEnds;
let scenario: Scenario;
let reference: Readonly<Record<string, TraceDocument>>;

before(async () => {
  backEnds = await openBackEnds();
  scenario = await playScenario(backEnds.stack.gatewayUrl);
  reference = await readAll(liteReader(backEnds));
});
after(() => backEnds?.close());

async function readAll(environment: Readonly<Record<string, string>>) {
  const entries = Object.entries(scenario).map(async ([name, traceId]) => {
    return [name, await untilWhole(traceId, environment)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

test('the stand-in has spans and lines of every request', () => {
  for (const [name, { spans, lines }] of Object.entries(reference)) {
    assert.ok(spans.length >= 1, `${name}: ${spans.length} spans`);
    assert.ok(lines.length >= 1, `${name}: ${lines.length} lines`);
  }
  assert.equal(reference['an order']?.spans.length, 11);
});

test('Jaeger and Loki: the same tree, the same lines, in the same order', async () => {
  assert.deepEqual(await readAll(realReader(backEnds)), reference);
});

test('Zipkin: the same tree, as far as Zipkin keeps it', async () => {
  const read = await readAll(zipkinReader(backEnds));
  assert.deepEqual(mapValues(read, asZipkinKeeps), mapValues(reference, asZipkinKeeps));
  for (const [name, document] of Object.entries(read)) {
    const wanted = timesOf(reference[name] ?? document);
    const off = timesOf(document).map((time, i) => Math.abs(time - (wanted[i] ?? 0)));
    assert.ok(Math.max(...off) <= 1, `${name}: ${off} us`);
  }
});

test('Elasticsearch: the same lines in the same order, as far as Elasticsearch keeps them', async () => {
  const read = await readAll(elasticsearchReader(backEnds));
  assert.deepEqual(mapValues(read, asElasticsearchKeeps), mapValues(reference, asElasticsearchKeeps));
});

test('a span with links and with the state of its trace: the same from Jaeger, Zipkin and the stand-in', async () => {
  const { stack, lite, otlpUrl } = backEnds;
  const nanos = (ms: number) => `${Date.now() + ms}000000`;
  const links = ['ab', 'cd'].map((byte) => ({ traceId: byte.repeat(16), spanId: byte.repeat(8) }));
  const times = { startTimeUnixNano: nanos(0), endTimeUnixNano: nanos(5) };
  const { traceId } = await sendTrace(otlpUrl, 1, { links, traceState: 'ot=th:c', ...times });
  const readers = [liteReader, realReader, zipkinReader].map((reader) => reader(backEnds));
  const read = await Promise.all(readers.map((reader) => untilWhole(traceId, reader)));
  for (const { spans } of read) {
    assert.deepEqual(
      spans.map((span) => [span['links'], span.attributes]),
      [[links, {}]],
    );
  }
  const ask = (url: string) => askApi(`${url}/api/v3/traces/${traceId}`);
  assert.deepEqual(await ask(lite.jaegerUrl), await ask(stack.jaegerUrl));
});

test('a trace that is not there: the same answer from each', async () => {
  const unknown = randomBytes(16).toString('hex');
  for (const reader of [liteReader, realReader, zipkinReader, elasticsearchReader]) {
    const environment = reader(backEnds);
    const { code, stdout, stderr } = await runMesh(['trace', unknown], environment);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, new RegExp(`Trace ${unknown} is not known`));
  }
});

test("Jaeger's API: the stand-in answers each request as Jaeger does", async () => {
  const { stack, lite } = backEnds;
  const requests = jaegerRequests(scenario);
  const ask = (url: string) => (path: string) => askApi(url + path);
  const [real, standIn] = [stack.jaegerUrl, lite.jaegerUrl].map((url) => askAll(requests, ask(url)));
  assert.deepEqual(await standIn, await real);
});

test("Loki's API: the stand-in answers each request as Loki does, with labels apart and with labels merged", async () => {
  const { stack, lite } = backEnds;
  const requests = lokiRequests(scenario);
  for (const headers of [{}, { 'x-loki-response-encoding-flags': 'categorize-labels' }]) {
    const ask = (url: string) => (path: string) => askApi(url + path, headers);
    const [real, standIn] = [stack.lokiUrl, lite.lokiUrl].map((url) => askAll(requests, ask(url)));
    assert.deepEqual(await standIn, await real);
  }
});

async function askAll(
  requests: Readonly<Record<string, string>>,
  ask: (path: string) => Promise<ApiAnswer>,
): Promise<Record<string, ApiAnswer>> {
  const entries = Object.entries(requests).map(async ([name, path]) => [name, await ask(path)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

function liteReader({ stack, lite }: BackEnds) {
  return { ...stack.variables, JAEGER_URL: lite.jaegerUrl, LOKI_URL: lite.lokiUrl };
}

function realReader({ stack }: Pick<BackEnds, 'stack'>) {
  return { ...stack.variables, JAEGER_URL: stack.jaegerUrl, LOKI_URL: stack.lokiUrl };
}

/** Where nobody answers: a reader that asked the store which is replaced would fail. */
const nowhere = 'http://127.0.0.1:1';

function zipkinReader({ stack }: BackEnds) {
  return { ...realReader({ stack }), JAEGER_URL: nowhere, ZIPKIN_URL: stack.zipkinUrl };
}

function elasticsearchReader({ stack }: BackEnds) {
  return { ...realReader({ stack }), LOKI_URL: nowhere, ELASTICSEARCH_URL: stack.elasticsearchUrl };
}

/** `mesh trace` waits by itself for what is missing, but not for as long as Elasticsearch may take. */
function untilWhole(traceId: string, environment: Readonly<Record<string, string>>) {
  return until(
    `trace ${traceId}`,
    async () => {
      const document = await readDocument(traceId, environment);
      const ids = new Set(document.spans.map(({ spanId }) => spanId));
      const withLine = new Set(document.lines.map(({ spanId }) => spanId));
      const servers = document.spans.filter(({ kind }) => kind === 'SERVER');
      return ids.size > 0 && servers.every(({ spanId }) => withLine.has(spanId)) && document;
    },
    60_000,
  );
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
