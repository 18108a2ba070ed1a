import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Line } from '../testing/read-lines.ts';
import { readTrace } from '../testing/read-trace.ts';
import { runMesh } from '../testing/run-program.ts';
import { until } from '../testing/until.ts';
import { type LineQuery, queryLoki } from './grafana/ask-loki.ts';
import { readComposeLinks } from './grafana/compose-links.ts';
import { readDashboards } from './grafana/dashboards.ts';
import { decodeExploreUrl } from './grafana/explore-url.ts';
import { fillLinkPattern, readLinkPatterns } from './grafana/jaeger-links.ts';
import { readPageTrace } from './grafana/jaeger-page.ts';
import { linksOfLine } from './grafana/line-link.ts';
import { type CrowdedOrder, placeOrderInACrowd, whole } from './grafana/order-in-a-crowd.ts';
import { queriesOf, runExemplarQuery } from './grafana/panel-queries.ts';
import { readDataSources } from './grafana/provisioning.ts';
import { logsOfSpan } from './grafana/span-link.ts';
import { openStack, type Stack } from './testing/open-stack.ts';

/**
 * Each link from where a user would click, decoded as the program behind it would, its query run on the real store:
 * it finds the one order, whole, and nothing of the ten beside it. Grafana itself is not run.
 */
let stack: Stack;
let order: CrowdedOrder;
const dataSources = await readDataSources();
const composeLinks = await readComposeLinks();

before(async () => {
  stack = await openStack({ variables: { ...composeLinks } });
  order = await placeOrderInACrowd(stack);
});
after(() => stack?.close());

test("a log line in Grafana leads to its trace, by the id that stands beside the line's text", async () => {
  const lines = await queryLoki(stack.lokiUrl, { expr: '{service_name="order"}', ...lastHour() });
  const own = lines.filter(({ labels }) => labels['trace_id'] === order.traceId);
  assert.equal(own.length, 2);
  for (const { labels } of own) {
    const [link, ...others] = linksOfLine(source('loki'), labels);
    assert.deepEqual(others, []);
    assert.equal(link?.datasourceUid, 'jaeger');
    await assertWholeTrace(link.query);
  }
});

test('a name that only holds the name of the trace id is not taken for it', () => {
  const labels = { parent_trace_id: 'ab'.repeat(16), trace_id: order.traceId, trace_id_hash: '7' };
  assert.deepEqual(linksOfLine(source('loki'), labels), [{ datasourceUid: 'jaeger', query: order.traceId }]);
  assert.deepEqual(linksOfLine(source('loki'), { parent_trace_id: 'ab'.repeat(16) }), []);
});

test('a span in Grafana leads to the lines of its trace', async () => {
  const { traceID, spans } = await readPageTrace(stack.jaegerUrl, order.traceId);
  for (const { spanID, startTime, duration } of spans) {
    const [startMs, endMs] = [startTime / 1000, (startTime + duration) / 1000];
    const clicked = { traceId: traceID, spanId: spanID, startMs, endMs };
    const { datasourceUid, ...query } = logsOfSpan(source('jaeger'), clicked);
    assert.equal(datasourceUid, 'loki');
    assertWholeLog(await queryLoki(stack.lokiUrl, query));
  }
});

test("the link at the head of Jaeger's page leads to the lines of the trace", async () => {
  const [pattern, ...others] = (await readLinkPatterns()).filter(({ type }) => type === 'traces');
  assert.ok(pattern && others.length === 0);
  const { traceID, startTime, endTime } = await readPageTrace(stack.jaegerUrl, order.traceId);
  assertWholeLog(await linesBehind(fillLinkPattern(pattern, { traceID, startTime, endTime })));
});

test("the link at a span on Jaeger's page leads to the lines of its process in this trace", async () => {
  const [pattern, ...others] = (await readLinkPatterns()).filter(({ type }) => type === 'process');
  assert.ok(pattern?.key && others.length === 0);
  const { traceID, processes } = await readPageTrace(stack.jaegerUrl, order.traceId);
  const found: Record<string, number> = {};
  for (const { service, tags } of processes) {
    const lines = await linesBehind(fillLinkPattern(pattern, { ...tags, 'trace.traceID': traceID }));
    for (const { labels } of lines) {
      assert.equal(labels['trace_id'], order.traceId);
      assert.equal(labels['service_name'], service);
    }
    found[service] = lines.length;
  }
  assert.deepEqual(found, { gateway: 1, order: 2, inventory: 2 });
});

test('a dot on a panel leads to the trace of the very call that it stands for', async () => {
  const [destination, ...others] = source('prometheus').jsonData.exemplarTraceIdDestinations ?? [];
  assert.deepEqual(others, []);
  assert.equal(destination?.datasourceUid, 'jaeger');
  const dotted = (await readDashboards()).flatMap(queriesOf).filter(({ target }) => target.exemplar);
  for (const query of dotted) {
    const exemplars = await until(query.name, async () => {
      const found = await runExemplarQuery(stack, query, { service: '.+' });
      return found.length > 0 && found;
    });
    for (const { labels, series } of exemplars) {
      const spans = await readTrace(stack, labels[destination.name] ?? '');
      const span = spans.find(({ spanId }) => spanId === labels['span_id']);
      assert.equal(span?.service, series['service_name']);
      assert.equal(span?.name, nameOfCall(series));
    }
  }
});

test('in containers, the link to a trace leads to where Jaeger is published', () => {
  assert.equal(composeLinks.TRACE_URL, 'http://127.0.0.1:16686/trace/{traceId}');
});

test("the links of the gateway's answer lead to the trace and to its lines", async () => {
  await assertLinks(order.links, order.traceId);
});

test('the links that mesh trace prints lead to the trace and to its lines', async () => {
  const { code, stdout, stderr } = await runMesh(['trace', order.orderId], stack.variables);
  assert.equal(code, 0, stderr);
  const links = [...stdout.matchAll(/^(trace|logs)\s+(http\S+)$/gm)].map(([, rel, url]) => [rel, url]);
  await assertLinks(Object.fromEntries(links), order.traceId);
});

test('a link with the id of no trace finds nothing', async () => {
  const unknown = randomBytes(16).toString('hex');
  assert.deepEqual(await readTrace(stack, unknown), []);
  assert.deepEqual(await linesBehind(composeLinks.LOGS_URL.replace('{traceId}', unknown)), []);
});

/** Of the span that a series counts; a request that no route takes has none of its own. */
function nameOfCall(series: Readonly<Record<string, string>>): string | undefined {
  const { rpc_method, http_request_method, http_route } = series;
  return rpc_method ?? (http_route ? `${http_request_method} ${http_route}` : '_OTHER');
}

async function assertLinks({ trace, logs, ...others }: Readonly<Record<string, string>>, traceId: string) {
  assert.deepEqual(others, {});
  const { pathname } = new URL(trace ?? '');
  assert.equal(pathname, `/trace/${traceId}`);
  await assertWholeTrace(pathname.slice('/trace/'.length));
  assertWholeLog(await linesBehind(logs ?? ''));
}

async function assertWholeTrace(traceId: string) {
  const spans = await readTrace(stack, traceId);
  assert.deepEqual([...new Set(spans.map((span) => span.traceId))], [order.traceId]);
  assert.equal(spans.length, whole.spans);
}

function assertWholeLog(lines: readonly Line[]) {
  assert.deepEqual([...new Set(lines.map(({ labels }) => labels['trace_id']))], [order.traceId]);
  assert.equal(lines.length, whole.lines);
}

/** Follows a link to Explore, at the Grafana of docker-compose.yml. */
async function linesBehind(url: string): Promise<Line[]> {
  const { origin, datasourceUid, ...query } = decodeExploreUrl(url);
  assert.equal(origin, 'http://127.0.0.1:3000');
  assert.equal(source(datasourceUid).type, 'loki');
  return await queryLoki(stack.lokiUrl, query);
}

function lastHour(): Omit<LineQuery, 'expr'> {
  const toMs = Date.now();
  return { fromMs: toMs - 3_600_000, toMs };
}

function source(uid: string) {
  const dataSource = dataSources.get(uid);
  assert.ok(dataSource, uid);
  return dataSource;
}
