import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { placeOrder } from '../testing/place-order.ts';
import { untilSpans } from '../testing/read-trace.ts';
import { repository } from '../testing/repository.ts';
import { until } from '../testing/until.ts';
import { askMonitor } from './grafana/ask-monitor.ts';
import { askPrometheus } from './grafana/ask-prometheus.ts';
import { type Dashboard, readDashboards } from './grafana/dashboards.ts';
import { mayBeEmpty } from './grafana/may-be-empty.ts';
import { queriesOf, runExemplarQuery, runPanelQuery } from './grafana/panel-queries.ts';
import { readDashboardProviders, readDataSources } from './grafana/provisioning.ts';
import { sendOldLine } from './grafana/send-old-line.ts';
import { openStack, type Stack } from './testing/open-stack.ts';
import { playScenario } from './testing/scenario.ts';
import { runSteadyLoad } from './testing/steady-load.ts';

/** Longer than metrics take: measured every 15 s, scraped every 10 s, and two of each make a rate. */
const patienceMs = 90_000;

const dashboards = await readDashboards();
const queries = dashboards.flatMap(queriesOf);

let stack: Stack;
let traceId: string;
let load: Promise<unknown>;

before(async () => {
  // With a key there are marks to count.
  stack = await openStack({ variables: { MESH_SAMPLING_MARK_KEYS: `test:${'k'.repeat(32)}` } });
  await playScenario(stack.gatewayUrl);
  const items = [{ sku: 'SKU-0001', quantity: 1 }];
  const { headers } = await placeOrder(stack.gatewayUrl, { key: randomUUID(), items });
  traceId = headers.get('x-trace-id') ?? '';
  await untilSpans(stack, traceId, 11);
  await sendOldLine(stack.otlpUrl);
  load = runSteadyLoad({ gatewayUrl: stack.gatewayUrl, perSecond: 10, count: 300 });
});
after(async () => {
  await load;
  await stack?.close();
});

const variables = () => ({ service: '.+', traceId });

test('there are the three dashboards, whose addresses never change', () => {
  assert.deepEqual(dashboards.map(({ uid }) => uid).sort(), ['mesh-pipeline', 'mesh-red', 'mesh-request']);
  for (const { panels } of dashboards) assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length);
});

test('every data source that a dashboard or a link names is provisioned, with its type', async () => {
  const dataSources = await readDataSources();
  const links = [...dataSources.values()].flatMap(({ jsonData }) => [
    ...(jsonData.exemplarTraceIdDestinations ?? []),
    ...(jsonData.derivedFields ?? []),
    ...(jsonData.tracesToLogsV2 ? [jsonData.tracesToLogsV2] : []),
  ]);
  assert.equal(links.length, 3);
  for (const { datasourceUid } of links) assert.ok(dataSources.has(datasourceUid), datasourceUid);
  const refs = dashboards.flatMap(({ panels, templating }) => [...panels, ...templating.list]);
  for (const { datasource } of [...refs, ...queries.map(({ target }) => target)]) {
    if (datasource) assert.equal(dataSources.get(datasource.uid)?.type, datasource.type);
  }
});

test('a rate is asked for over four scrapes or more: Grafana is told how often Prometheus scrapes', async () => {
  const prometheus = (await readDataSources()).get('prometheus');
  const { global } = parse(await readFile(join(repository, 'deploy/prometheus/prometheus.yaml'), 'utf8'));
  assert.equal(prometheus?.jsonData.timeInterval, global.scrape_interval);
});

test('Grafana is given the dashboards from where compose puts them', async () => {
  const [provider, ...others] = await readDashboardProviders();
  assert.deepEqual(others, []);
  assert.equal(provider?.options.path, '/etc/grafana/dashboards');
});

for (const query of queries.filter(({ name }) => !(name in mayBeEmpty))) {
  test(`${query.name}: finds data under load`, async () => {
    await until(query.name, async () => (await runPanelQuery(stack, query, variables())) > 0, patienceMs);
  });
}

for (const [name, reason] of Object.entries(mayBeEmpty)) {
  test(`${name}: is a valid query, and may be empty: ${reason}`, async () => {
    const query = queries.find((each) => each.name === name);
    assert.ok(query, 'there is such a query');
    await runPanelQuery(stack, query, variables());
  });
}

test('every panel with exemplars has some, each with the id of a trace that Jaeger has', async () => {
  const dotted = queries.filter(({ target }) => target.exemplar);
  assert.equal(dotted.length, 2);
  for (const query of dotted) {
    const exemplars = await runExemplarQuery(stack, query, variables());
    assert.ok(exemplars.length > 0, query.name);
    for (const { labels } of exemplars) assert.match(labels['trace_id'] ?? '', /^[0-9a-f]{32}$/);
    await untilSpans(stack, exemplars[0]?.labels['trace_id'] ?? '', 1);
  }
});

test("the Monitor tab of Jaeger's page has the calls, the errors and the time of each service", async () => {
  for (const metric of ['calls', 'errors', 'latencies']) {
    for (const service of ['gateway', 'order', 'inventory']) {
      const what = `${metric} of ${service}`;
      await until(
        what,
        async () => (await askMonitor(stack.jaegerUrl, metric, service)).length > 0,
        patienceMs,
      );
    }
  }
});

test('the list of services is the three, and one of them alone has data in every panel about it', async () => {
  const [variable, ...others] = named('mesh-red').templating.list;
  assert.deepEqual(others, []);
  const [, selector = '', label = ''] =
    /^label_values\((.+), (\w+)\)$/.exec(variable?.definition ?? '') ?? [];
  const answer = await askPrometheus<{ data: string[] }>(stack.prometheusUrl, `label/${label}/values`, {
    'match[]': selector,
  });
  assert.deepEqual(answer.data, ['gateway', 'inventory', 'order']);
  for (const query of queriesOf(named('mesh-red')))
    await until(
      query.name,
      async () => (await runPanelQuery(stack, query, { service: 'order' })) > 0,
      patienceMs,
    );
});

function named(uid: string): Dashboard {
  const dashboard = dashboards.find((each) => each.uid === uid);
  assert.ok(dashboard, uid);
  return dashboard;
}
