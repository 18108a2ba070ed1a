import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createIngest } from '../ingest.ts';
import { createLogStore } from '../logs/log-store.ts';
import { serve } from '../testing/serve.ts';
import { aSpan, aTime, base64, spanId, traceId, tracesOf } from '../testing/telemetry.ts';
import { createTraceStore } from '../traces/trace-store.ts';
import { jaegerRoutes } from './api.ts';

const otherTraceId = '0000000000000000000000000000beef';
const times = 'query.start_time_min=2026-01-02T03:00:00Z&query.start_time_max=2026-01-02T04:00:00Z';

async function jaeger() {
  const store = createTraceStore(1_000_000, () => {});
  const ingest = createIngest(
    store,
    createLogStore(1, () => {}),
    () => 0n,
  );
  ingest.traces(tracesOf('gateway', aSpan()));
  ingest.traces(
    tracesOf(
      'order',
      aSpan({ spanId: base64('00f067aa0ba902b7'), parentSpanId: base64(spanId), kind: 3, name: 'Reserve' }),
    ),
  );
  const later = { startTimeUnixNano: `${aTime + 9n}`, endTimeUnixNano: `${aTime + 1_000_000_009n}` };
  ingest.traces(
    tracesOf('order', aSpan({ traceId: base64(otherTraceId), name: 'Sweep', kind: 0, ...later })),
  );
  const server = await serve(jaegerRoutes(store));
  const get = async (path: string) => {
    const answer = await fetch(server.url + path);
    return { status: answer.status, body: await answer.json() };
  };
  return { get, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

interface Found {
  result: { resourceSpans: { scopeSpans: { spans: { traceId: string }[] }[] }[] };
}

const traceIds = (body: unknown) =>
  (body as Found).result.resourceSpans.map(({ scopeSpans }) => scopeSpans[0]?.spans[0]?.traceId);

test('services and operations are those of the stored spans', async () => {
  await using api = await jaeger();
  assert.deepEqual((await api.get('/api/v3/services')).body, { services: ['gateway', 'order'] });
  const all = [{ name: 'Reserve' }, { name: 'Sweep' }];
  for (const query of ['', '&span_kind=client'])
    assert.deepEqual((await api.get(`/api/v3/operations?service=order${query}`)).body, { operations: all });
  assert.deepEqual((await api.get('/api/v3/operations?service=nobody')).body, { operations: [] });
});

test('a trace is answered as OTLP JSON with all its spans', async () => {
  await using api = await jaeger();
  const { status, body } = await api.get(`/api/v3/traces/${traceId.toUpperCase()}`);
  assert.equal(status, 200);
  const service = (name: string) => ({ attributes: [{ key: 'service.name', value: { stringValue: name } }] });
  const span = {
    traceId,
    spanId,
    name: 'GET /things',
    kind: 2,
    startTimeUnixNano: `${aTime}`,
    endTimeUnixNano: `${aTime + 2_000_000n}`,
    status: {},
  };
  const child = { ...span, spanId: '00f067aa0ba902b7', parentSpanId: spanId, kind: 3, name: 'Reserve' };
  assert.deepEqual(body, {
    result: {
      resourceSpans: [
        { resource: service('gateway'), scopeSpans: [{ scope: {}, spans: [span] }] },
        { resource: service('order'), scopeSpans: [{ scope: {}, spans: [child] }] },
      ],
    },
  });
});

test('a short id is padded with zeroes', async () => {
  await using api = await jaeger();
  assert.deepEqual(traceIds((await api.get('/api/v3/traces/beef')).body), [otherTraceId]);
});

test('an unknown id is 404, a malformed one 400, both with Jaeger’s error body', async () => {
  await using api = await jaeger();
  assert.deepEqual(await api.get('/api/v3/traces/abc'), {
    status: 404,
    body: { error: { httpCode: 404, message: 'No traces found' } },
  });
  for (const id of ['xyz', `${traceId}0`, '%20', '-1'])
    assert.equal((await api.get(`/api/v3/traces/${id}`)).status, 400, id);
});

test('a search answers the newest trace first', async () => {
  await using api = await jaeger();
  const { body } = await api.get(`/api/v3/traces?${times}`);
  assert.deepEqual([...new Set(traceIds(body))], [otherTraceId, traceId]);
  const newest = await api.get(`/api/v3/traces?${times}&query.num_traces=1`);
  assert.deepEqual(traceIds(newest.body), [otherTraceId]);
});

test('one span must fulfil all conditions, under the names of both Jaeger versions', async () => {
  await using api = await jaeger();
  const search = async (query: string) => (await api.get(`/api/v3/traces?${query}`)).status;
  const camel = 'query.startTimeMin=2026-01-02T03:00:00Z&query.startTimeMax=2026-01-02T04:00:00Z';
  assert.equal(
    await search(`${times}&query.service_name=order&query.operation_name=Reserve&query.duration_max=5ms`),
    200,
  );
  assert.equal(
    await search(
      `${camel}&query.serviceName=order&query.operationName=Reserve&query.durationMin=1ms&query.searchDepth=5`,
    ),
    200,
  );
  assert.equal(await search(`${times}&query.service_name=gateway&query.operation_name=Reserve`), 404);
  assert.equal(await search(`${times}&query.operation_name=Reserve&query.duration_min=1s`), 404);
  assert.equal(await search(times.replaceAll('2026', '2025')), 404);
});

test('attributes and other unknown parameters are ignored, as Jaeger 2.13 does', async () => {
  await using api = await jaeger();
  assert.equal(
    (await api.get(`/api/v3/traces?${times}&query.attributes=%7B%22a%22%3A%22b%22%7D&x=y`)).status,
    200,
  );
});

test('missing or malformed parameters are 400 and named', async () => {
  await using api = await jaeger();
  const message = async (query: string) => {
    const { status, body } = await api.get(`/api/v3/traces?${query}`);
    assert.equal(status, 400, query);
    return (body as { error: { message: string } }).error.message;
  };
  assert.equal(await message(''), 'query.start_time_min and query.start_time_max are required');
  assert.match(
    await message('query.start_time_min=yesterday&query.start_time_max=x'),
    /parameter query.start_time_min/,
  );
  assert.match(await message(`${times}&query.num_traces=-1`), /parameter query.num_traces/);
  assert.match(await message(`${times}&query.durationMin=5`), /parameter query.durationMin/);
});
