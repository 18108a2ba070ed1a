import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { defer } from '../testing/defer.ts';
import { createMeshEnvironment } from '../testing/mesh-environment.ts';
import { until } from '../testing/until.ts';
import { openFakeStore } from './testing/fake-store.ts';
import { postOtlp } from './testing/post-otlp.ts';
import { readCounts } from './testing/read-counts.ts';
import { startCollector } from './testing/start-collector.ts';

const [requests, spansEach] = [20, 5000];

test('a hundred thousand invented paths and methods are one series each', async (t) => {
  const environment = await createMeshEnvironment();
  defer(t, () => environment.remove());
  const prometheus = await openFakeStore();
  defer(t, () => prometheus.close());
  const counts = new Map<string, number>();
  prometheus.play((text) => {
    for (const [series, value] of readCounts(text)) counts.set(series, value);
    return { status: 200 };
  });
  const collector = await startCollector(environment, {
    stores: { PROMETHEUS_OTLP_ENDPOINT: prometheus.url },
    smaller: { exporters: { 'otlp_http/prometheus': { encoding: 'json' } } },
  });
  defer(t, () => collector.end());
  const url = `http://127.0.0.1:${environment.ports.OTLP_HTTP_PORT}/v1/traces`;
  for (let from = 0; from < requests * spansEach; from += spansEach) {
    for (const invented of [inventedPath, inventedMethod]) {
      const spans = Array.from({ length: spansEach }, (_, i) => serverSpan(invented(from + i)));
      assert.equal(await postOtlp(url, tracesOf(spans)), 200);
    }
  }
  const total = () => [...counts.values()].reduce((sum, value) => sum + value, 0);
  await until('all to be counted', () => total() === 2 * requests * spansEach, 60_000);
  assert.deepEqual([...counts.values()], [requests * spansEach, requests * spansEach]);
});

/** As the gateway's span of a path that it has no route for. */
function inventedPath(n: number) {
  return { 'http.request.method': 'GET', 'url.path': `/v1/${n}`, 'http.response.status_code': '404' };
}

/** As a server's span of a method that it does not have. */
function inventedMethod(n: number) {
  const original = `mesh.order.v1.OrderService/${n}`;
  return {
    ...{ 'rpc.system.name': 'grpc', 'rpc.method': '_OTHER', 'rpc.method_original': original },
    ...{ 'rpc.status_code': 'UNIMPLEMENTED', 'error.type': 'UNIMPLEMENTED' },
  };
}

function serverSpan(attributes: Readonly<Record<string, string>>) {
  const now = `${Date.now()}000000`;
  const ids = { traceId: randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex') };
  const list = Object.entries(attributes).map(([key, value]) => ({ key, value: { stringValue: value } }));
  return { ...ids, name: '_OTHER', kind: 2, startTimeUnixNano: now, endTimeUnixNano: now, attributes: list };
}

function tracesOf(spans: readonly object[]) {
  const attributes = [{ key: 'service.name', value: { stringValue: 'gateway' } }];
  return { resourceSpans: [{ resource: { attributes }, scopeSpans: [{ spans }] }] };
}
