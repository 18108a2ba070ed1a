import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  Agent,
  request as ask,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { test } from 'node:test';
import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { recordSpans } from '../testing/record-spans.ts';
import { serve } from './testing/serve.ts';

const spans = recordSpans();

/** A server whose own spans are left out: it answers the headers that it was asked with. */
const serving = await serve((request, response) => {
  const [, what = ''] = (request.url ?? '').split('/');
  if (what === 'silence') return;
  if (what === 'half') return void response.write('half', () => response.destroy());
  response.writeHead(Number(what) || 200).end(JSON.stringify(request.headersDistinct));
});
const { port } = serving;
test.after(() => serving[Symbol.asyncDispose]());

/** The client's span of a call, and what it was answered. */
async function call(
  options: RequestOptions,
  act: (request: ClientRequest) => unknown = () => {},
): Promise<[client: (typeof spans.all)[number], answer: string]> {
  const request = ask({ port, host: '127.0.0.1', ...options });
  // Otherwise the errors that these tests are about would be uncaught.
  request.on('error', () => {});
  let answer = '';
  request.on('response', (response: IncomingMessage) => {
    response
      .on('error', () => {})
      .on('data', (chunk) => {
        answer += chunk;
      });
  });
  request.end();
  await act(request);
  if (!request.closed) await once(request, 'close').catch(() => {});
  await new Promise(setImmediate);
  return [await clientSpan(), answer];
}

async function clientSpan() {
  const isClient = ({ kind }: (typeof spans.all)[number]) => kind === SpanKind.CLIENT;
  while (!spans.all.some(isClient)) await new Promise(setImmediate);
  const [client, ...others] = (await spans.take(1)).filter(isClient);
  assert.deepEqual(others, []);
  return client as NonNullable<typeof client>;
}

for (const [path, status, errorType] of [
  ['/200', SpanStatusCode.UNSET, undefined],
  ['/302', SpanStatusCode.UNSET, undefined],
  ['/404', SpanStatusCode.ERROR, '404'],
  ['/503', SpanStatusCode.ERROR, '503'],
] as const) {
  test(`an answer ${path.slice(1)} ends the span of a call`, async () => {
    const [span] = await call({ path });
    assert.deepEqual([span.status.code, span.attributes['error.type']], [status, errorType]);
    assert.equal(span.attributes['http.response.status_code'], Number(path.slice(1)));
  });
}

const endings: readonly [
  what: string,
  errorType: string,
  RequestOptions,
  (request: ClientRequest) => unknown,
][] = [
  ['is refused', 'ECONNREFUSED', { port: 1 }, () => {}],
  ['is given up before it is sent', 'ECONNRESET', { path: '/silence' }, (request) => request.destroy()],
  [
    'is given up without an answer',
    'ECONNRESET',
    { path: '/silence' },
    async (request) => {
      await once(request, 'finish');
      request.destroy();
    },
  ],
  ['is aborted by its signal', 'ABORT_ERR', { path: '/silence', signal: AbortSignal.timeout(50) }, () => {}],
  ['loses its connection in the middle of the answer', 'ECONNRESET', { path: '/half' }, () => {}],
];
for (const [what, errorType, options, act] of endings) {
  test(`a call that ${what} is an error, once`, async () => {
    const [span] = await call(options, act);
    assert.deepEqual([span.status.code, span.attributes['error.type']], [SpanStatusCode.ERROR, errorType]);
  });
}

test('a call is described when it starts, without what could be secret', async () => {
  const [span] = await call({ path: '/200?token=s3cret&s3cret', auth: 'me:s3cret' });
  assert.equal(span.name, 'GET');
  assert.deepEqual(span.attributes, {
    'http.request.method': 'GET',
    'url.full': `http://127.0.0.1:${port}/200?token=REDACTED&REDACTED`,
    'server.address': '127.0.0.1',
    'server.port': port,
    'network.protocol.version': '1.1',
    'http.response.status_code': 200,
  });
});

for (const [what, headers] of [
  ['an object', { traceparent: 'mine', 'x-own': '1', 'Mesh-Sampling-Mark': 'theirs' }],
  ['an array', ['Host', 'x', 'Traceparent', 'mine', 'X-Own', '1', 'Mesh-Sampling-Mark', 'theirs']],
  [
    'an object with Expect',
    { Expect: '100-continue', traceparent: 'mine', 'x-own': '1', 'mesh-sampling-mark': 'theirs' },
  ],
] as const) {
  test(`headers given as ${what} carry the trace, in the place of one that was there, and no mark`, async () => {
    const [span, answer] = await call({ headers: headers as NonNullable<RequestOptions['headers']> });
    const { traceId, spanId } = span.spanContext();
    const sent = JSON.parse(answer);
    assert.deepEqual(sent['traceparent'], [`00-${traceId}-${spanId}-01`]);
    assert.deepEqual(sent['x-own'], ['1']);
    assert.equal(sent['mesh-sampling-mark'], undefined);
  });
}

test('calls of one caller are siblings, and their listeners run in the context of the caller', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const tracer = trace.getTracer('test');
  const seen: unknown[] = [];
  const asCaller = (caller: Span) =>
    context.with(trace.setSpan(context.active(), caller), async () => {
      for (let i = 0; i < 2; i++) {
        const request = ask({ port, host: '127.0.0.1', agent }).end();
        const [response] = (await once(request, 'response')) as [IncomingMessage];
        for (const event of ['data', 'end', 'close']) {
          response.on(event, () => seen.push(trace.getActiveSpan() === caller));
        }
        await once(response, 'close');
      }
    });
  const callers = [tracer.startSpan('first'), tracer.startSpan('second')];
  await Promise.all(callers.map(asCaller));
  agent.destroy();
  assert.equal(seen.includes(false), false);
  for (const caller of callers) caller.end();
  const clients = (await spans.take(10)).filter(({ kind }) => kind === SpanKind.CLIENT);
  const parents = clients.map(({ parentSpanContext }) => parentSpanContext?.spanId);
  const ids = callers.map((caller) => caller.spanContext().spanId);
  assert.deepEqual(parents.toSorted(), [...ids, ...ids].toSorted());
});

test('a call from what is not traced has no span and carries nothing', async () => {
  const answer = await context.with(suppressTracing(context.active()), async () => {
    const headers = { 'mesh-sampling-mark': 'theirs' };
    const asked = ask({ port, host: '127.0.0.1', headers }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    return (await response.toArray()).join('');
  });
  const [server, ...others] = await spans.take(1);
  assert.deepEqual([server?.kind, others], [SpanKind.SERVER, []]);
  const { traceparent, 'mesh-sampling-mark': mark } = JSON.parse(answer);
  assert.deepEqual([traceparent, mark], [undefined, undefined]);
});
