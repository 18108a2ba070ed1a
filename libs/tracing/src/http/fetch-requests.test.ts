import assert from 'node:assert/strict';
import { test } from 'node:test';
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { recordSpans } from '../testing/record-spans.ts';
import { until } from '../testing/until.ts';
import { serve } from './testing/serve.ts';

const spans = recordSpans();

const serving = await serve((request, response) => {
  const [, what = ''] = (request.url ?? '').split('/');
  if (what === 'silence') return;
  if (what === 'half') return void response.write('half', () => response.destroy());
  if (what === 'away') response.setHeader('location', '/200');
  const status = what === 'away' ? 307 : Number(what) || 200;
  response.writeHead(status).end(JSON.stringify(request.headersDistinct));
});
const { url, port } = serving;
const closed = await serve(() => {}).then(async (gone) => {
  await gone[Symbol.asyncDispose]();
  return gone.url;
});
test.after(() => serving[Symbol.asyncDispose]());

const isClient = ({ kind }: ReadableSpan) => kind === SpanKind.CLIENT;

/** Waits for so many spans of calls, and takes them. Those of the server, which may come later, are left out. */
async function clients(count: number): Promise<ReadableSpan[]> {
  await until(() => (spans.all.filter(isClient).length >= count ? true : undefined), 'the calls');
  const found = (await spans.take(1)).filter(isClient);
  assert.equal(found.length, count);
  return found;
}

const endingOf = ({ status, attributes }: ReadableSpan) => [
  status.code,
  attributes['http.response.status_code'],
  attributes['error.type'],
];

test('fetch carries the trace in the place of what was written by hand, and is described without secrets', async () => {
  const headers = { 'Mesh-Sampling-Mark': 'theirs', Traceparent: 'mine', 'x-own': '1' };
  const answer = await fetch(`${url}/200?token=s3cret#part`, { headers });
  const sent = (await answer.json()) as Record<string, unknown>;
  const [span] = await clients(1);
  assert.equal(span?.name, 'GET');
  assert.deepEqual(span.attributes, {
    'http.request.method': 'GET',
    'url.full': `${url}/200?token=REDACTED`,
    'server.address': '127.0.0.1',
    'server.port': port,
    'http.response.status_code': 200,
  });
  const { traceId, spanId } = span.spanContext();
  assert.deepEqual(sent['traceparent'], [`00-${traceId}-${spanId}-01`]);
  assert.deepEqual(sent['x-own'], ['1']);
  assert.equal(sent['mesh-sampling-mark'], undefined);
});

for (const [what, end, ending] of [
  ['answered 404', () => fetch(`${url}/404`), [SpanStatusCode.ERROR, 404, '404']],
  ['refused', () => fetch(closed), [SpanStatusCode.ERROR, undefined, 'ECONNREFUSED']],
  [
    'aborted',
    () => fetch(`${url}/silence`, { signal: AbortSignal.timeout(50) }),
    [SpanStatusCode.ERROR, undefined, 'TimeoutError'],
  ],
  [
    'cut off in the middle of the answer',
    async () => (await fetch(`${url}/half`)).text(),
    [SpanStatusCode.ERROR, 200, 'UND_ERR_SOCKET'],
  ],
  [
    'answered and not read to the end',
    async () => (await fetch(`${url}/half`)).body?.cancel(),
    [SpanStatusCode.ERROR, 200, 'AbortError'],
  ],
] as const) {
  test(`a fetch that is ${what} ends once`, async () => {
    await end().catch(() => {});
    const [span] = await clients(1);
    assert.deepEqual(endingOf(span as ReadableSpan), ending);
  });
}

test('each redirect is a call of its own, and siblings are siblings', async () => {
  const caller = trace.getTracer('test').startSpan('caller');
  await context.with(trace.setSpan(context.active(), caller), async () => {
    await (await fetch(`${url}/away`)).text();
    await (await fetch(`${url}/200`)).text();
  });
  const calls = await clients(3);
  const parents = new Set(calls.map(({ parentSpanContext }) => parentSpanContext?.spanId));
  assert.deepEqual(parents, new Set([caller.spanContext().spanId]));
  const statuses = calls.map(({ attributes }) => attributes['http.response.status_code']);
  assert.deepEqual(statuses, [307, 200, 200]);
});

test('a fetch from what is not traced has no span and carries nothing', async () => {
  const sent = await context.with(suppressTracing(context.active()), async () => (await fetch(url)).json());
  assert.equal((sent as Record<string, unknown>)['traceparent'], undefined);
  assert.equal((await spans.take(1)).some(isClient), false);
});
