import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = `00-${TRACE_ID}-00f067aa0ba902b7-01`;

interface Stack extends AsyncDisposable {
  readonly collector: Awaited<ReturnType<typeof startCollector>>;
  readonly url: string;
  /** Stops both services, so that all their spans have arrived. */
  stop(): Promise<void>;
}

async function startStack(): Promise<Stack> {
  const collector = await startCollector();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  const behind = startService('grpc-server', { env });
  const edge = startService('http-server', { env, args: [await behind.port()] });
  return {
    collector,
    url: `http://127.0.0.1:${await edge.port()}`,
    async stop() {
      for (const service of [edge, behind]) {
        service.stop();
        assert.equal((await service.exit).code, 0, service.stderr());
      }
    },
    async [Symbol.asyncDispose]() {
      for (const part of [edge, behind, collector]) await part[Symbol.asyncDispose]();
    },
  };
}

function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

test("an HTTP request takes over its caller's trace and hands it on, and its span is named after the route", async () => {
  await using stack = await startStack();
  const answer = await post(`${stack.url}/v1/orders`, '{}', { traceparent: CALLER });
  assert.deepEqual(await answer.json(), { traceId: TRACE_ID });
  const read = await fetch(`${stack.url}/v1/orders/o-1?full=1`);
  const { traceId } = (await read.json()) as { traceId: string };
  await stack.stop();

  const posted = await stack.collector.span('POST /v1/orders');
  assert.equal(posted.parentSpanId, '00f067aa0ba902b7');
  assert.equal(posted.attributes['http.route'], '/v1/orders');
  assert.equal(posted.attributes['http.response.status_code'], 200);
  const chain = stack.collector.spans.filter((span) => span.traceId === TRACE_ID);
  assert.deepEqual(chain.map((span) => span.kind).toSorted(), [2, 2, 3]);
  const got = await stack.collector.span('GET /v1/orders/:id');
  assert.equal(got.traceId, traceId);
  assert.equal((await stack.collector.log('read')).spanId, got.spanId);
});

test('an answer that never reached a handler has its route; one without a route has none', async () => {
  await using stack = await startStack();
  assert.equal((await post(`${stack.url}/v1/orders`, '{"broken')).status, 400);
  assert.equal((await post(`${stack.url}/v1/orders`, JSON.stringify('x'.repeat(200)))).status, 413);
  assert.equal((await post(`${stack.url}/v1/orders`, '<a/>', { 'content-type': 'text/xml' })).status, 415);
  assert.equal((await fetch(`${stack.url}/nowhere`)).status, 404);
  await stack.stop();

  const seen = stack.collector.spans.map((span) => [span.name, span.attributes['http.response.status_code']]);
  assert.deepEqual(seen, [
    ['POST /v1/orders', 400],
    ['POST /v1/orders', 413],
    ['POST /v1/orders', 415],
    ['_OTHER', 404],
  ]);
});

test('a probe makes no span, and neither does the health check that it makes', async () => {
  await using stack = await startStack();
  assert.deepEqual(await (await fetch(`${stack.url}/healthz`)).json(), {});
  assert.equal((await fetch(`${stack.url}/healthz?verbose`, { method: 'HEAD' })).status, 200);
  assert.equal((await fetch(`${stack.url}/readyz`)).status, 200);
  await stack.stop();
  assert.deepEqual(stack.collector.spans, []);
});
