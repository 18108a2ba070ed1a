import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createIngest } from '../ingest.ts';
import { createLogStore } from '../logs/log-store.ts';
import { serve } from '../testing/serve.ts';
import { aRecord, aTime, base64, logsOf, traceId } from '../testing/telemetry.ts';
import { createTraceStore } from '../traces/trace-store.ts';
import { lokiRoutes } from './api.ts';

const second = 1_000_000_000n;
/** A minute after the lines. */
const now = aTime + 60n * second;

async function loki() {
  const store = createLogStore(1_000_000, () => {});
  const ingest = createIngest(
    createTraceStore(1, () => {}),
    store,
    () => now,
  );
  ingest.logs(logsOf('gateway', aRecord('first', { traceId: base64(traceId) }), aRecord('second', at(1n))));
  ingest.logs(logsOf('order', aRecord('third', { ...at(2n), severityNumber: 17, traceId: base64(traceId) })));
  const server = await serve(lokiRoutes(store, () => now));
  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });
  const query = async (logql: string, more = '', headers = {}) => {
    const answer = await get(`/loki/api/v1/query_range?query=${encodeURIComponent(logql)}${more}`, headers);
    return (await answer.json()) as { status: string; data: Data };
  };
  const lines = async (logql: string, more = '') =>
    (await query(logql, more)).data.result.flatMap(({ values }) => values.map(([, line]) => line));
  return { get, query, lines, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const at = (seconds: bigint) => ({ timeUnixNano: `${aTime + seconds * second}` });

interface Data {
  encodingFlags?: string[];
  result: { stream: Record<string, string>; values: [string, string, object?][] }[];
}

test('lines are found by stream and by trace id across streams', async () => {
  await using api = await loki();
  assert.deepEqual((await api.lines('{service_name="gateway"}')).sort(), ['first', 'second']);
  assert.deepEqual((await api.lines(`{service_name=~".+"} | trace_id="${traceId}"`)).sort(), [
    'first',
    'third',
  ]);
  assert.deepEqual(await api.lines('{service_name=~".+"} |= "ir" != "thi"'), ['first']);
  assert.deepEqual(await api.lines('{service_name=~".+"} | trace_id="" | service_name="gateway"'), [
    'second',
  ]);
  assert.deepEqual(await api.lines('{service_name!="gateway",service_name=~".+"}'), ['third']);
  assert.deepEqual(await api.lines('{service_namespace="mesh"}'), []);
});

test('structured metadata is part of the stream', async () => {
  await using api = await loki();
  assert.deepEqual(await api.query('{service_name="order"}'), {
    status: 'success',
    data: {
      resultType: 'streams',
      result: [
        {
          stream: {
            detected_level: 'error',
            service_name: 'order',
            severity_number: '17',
            trace_id: traceId,
          },
          values: [[`${aTime + 2n * second}`, 'third']],
        },
      ],
      stats: {},
    },
  });
});

test('with categorize-labels each value carries its metadata', async () => {
  await using api = await loki();
  const { data } = await api.query('{service_name="order"}', '', {
    'X-Loki-Response-Encoding-Flags': 'categorize-labels',
  });
  assert.deepEqual(data.encodingFlags, ['categorize-labels']);
  const structuredMetadata = { detected_level: 'error', severity_number: '17', trace_id: traceId };
  assert.deepEqual(data.result, [
    {
      stream: { service_name: 'order' },
      values: [[`${aTime + 2n * second}`, 'third', { structuredMetadata }]],
    },
  ]);
});

test('the newest lines come first, or the oldest when asked for', async () => {
  await using api = await loki();
  assert.deepEqual(await api.lines('{service_name=~".+"}', '&limit=1'), ['third']);
  assert.deepEqual(await api.lines('{service_name=~".+"}', '&limit=1&direction=forward'), ['first']);
});

test('the time range is the last hour, without its end, in all of Loki’s notations', async () => {
  await using api = await loki();
  const seconds = aTime / second;
  assert.deepEqual(await api.lines('{service_name=~".+"}', '&since=10s'), []);
  assert.deepEqual(await api.lines('{service_name=~".+"}', `&end=${aTime + second}`), ['first']);
  assert.deepEqual(await api.lines('{service_name=~".+"}', `&start=${seconds + 1n}&end=${seconds + 2n}`), [
    'second',
  ]);
  assert.deepEqual(await api.lines('{service_name=~".+"}', `&start=${seconds + 1n}.5`), ['third']);
  assert.deepEqual(await api.lines('{service_name=~".+"}', '&start=2026-01-02T03:04:06.5Z'), ['third']);
});

test('labels and their values are the index labels in the time range', async () => {
  await using api = await loki();
  const json = async (path: string) => (await api.get(path)).json();
  assert.deepEqual(await json('/loki/api/v1/labels'), { status: 'success', data: ['service_name'] });
  assert.deepEqual(await json('/loki/api/v1/label/service_name/values'), {
    status: 'success',
    data: ['gateway', 'order'],
  });
  assert.deepEqual(await json('/loki/api/v1/label/trace_id/values'), { status: 'success' });
  assert.deepEqual(await json('/loki/api/v1/labels?since=1s'), { status: 'success' });
});

test('it is ready', async () => {
  await using api = await loki();
  assert.equal(await (await api.get('/ready')).text(), 'ready\n');
});

test('what Loki would refuse is 400 with a sentence as text', async () => {
  await using api = await loki();
  const refusals = {
    'query={service_name="x"} | json': /^parse error at line 1, col 22: syntax error: unexpected name "json"/,
    'query={a="b"}&limit=0': /limit must be a positive value/,
    'query={a="b"}&limit=5001': /max entries limit per query exceeded/,
    'query={a="b"}&direction=up': /invalid direction 'up'/,
    'query={a="b"}&start=abc': /could not parse 'start' parameter/,
    'query={a="b"}&since=abc': /could not parse 'since' parameter/,
    'query={a="b"}&start=0': /the query time range exceeds the limit/,
    'query={a="b"}&start=1767323045&end=1767323044': /end timestamp must not be before/,
  };
  for (const [query, reason] of Object.entries(refusals)) {
    const answer = await api.get(`/loki/api/v1/query_range?${query}`);
    assert.equal(answer.status, 400, query);
    assert.match(await answer.text(), reason);
  }
});
