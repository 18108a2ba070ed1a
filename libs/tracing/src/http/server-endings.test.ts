import assert from 'node:assert/strict';
import { get, type RequestListener } from 'node:http';
import { PassThrough, pipeline } from 'node:stream';
import { test } from 'node:test';
import { type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { recordSpans } from '../testing/record-spans.ts';
import { until } from '../testing/until.ts';
import { serve } from './testing/serve.ts';
import { talk } from './testing/talk.ts';

const spans = recordSpans();
const GET = 'GET /v1/orders?key=secret HTTP/1.1\r\nHost: shop.test:8080\r\n\r\n';

const endingOf = ({ status, attributes, ended }: ReadableSpan) => [
  status.code,
  attributes['http.response.status_code'],
  attributes['error.type'],
  ended,
];

/** The one span of a request that is made by hand, after `act`. */
async function spanOf(
  handle: RequestListener,
  act: (talking: ReturnType<typeof talk>) => unknown = () => {},
): Promise<ReadableSpan> {
  await using serving = await serve(handle);
  using talking = talk(serving.port, GET);
  await act(talking);
  const [span, ...others] = await spans.take(1);
  assert.deepEqual(others, []);
  return span as ReadableSpan;
}

for (const [status, code, errorType] of [
  [200, SpanStatusCode.UNSET, undefined],
  [404, SpanStatusCode.UNSET, undefined],
  [500, SpanStatusCode.ERROR, '500'],
  [503, SpanStatusCode.ERROR, '503'],
] as const) {
  test(`an answer ${status} ends the span, and is an error of the server from 500 on`, async () => {
    const span = await spanOf((_, response) => void response.writeHead(status).end('x'));
    assert.deepEqual(endingOf(span), [code, status, errorType, true]);
  });
}

test('a request is described when it starts, without the values of its query', async () => {
  const started: Span[] = [];
  const span = await spanOf((_, response) => {
    started.push(trace.getActiveSpan() as Span);
    response.end();
  });
  assert.equal(started[0]?.spanContext().spanId, span.spanContext().spanId);
  assert.deepEqual([span.name, span.kind], ['_OTHER', SpanKind.SERVER]);
  assert.deepEqual(span.attributes, {
    'http.request.method': 'GET',
    'url.path': '/v1/orders',
    'url.scheme': 'http',
    'network.protocol.version': '1.1',
    'server.address': 'shop.test',
    'server.port': 8080,
    'http.response.status_code': 200,
  });
});

test('a client that leaves before the answer ends the span, not the handler that answers late', async () => {
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const span = await spanOf(
    (_, response) => {
      asked.resolve();
      response.on('close', () => setImmediate(() => answered.resolve(void response.writeHead(500).end())));
    },
    async ({ socket }) => {
      await asked.promise;
      socket.destroy();
      await answered.promise;
    },
  );
  assert.deepEqual(endingOf(span), [SpanStatusCode.UNSET, undefined, 'client_gone', true]);
  assert.deepEqual(spans.all, []);
});

test('a client that leaves in the middle of the answer has seen its status', async () => {
  const span = await spanOf(
    (_, response) => void response.writeHead(200).write('half'),
    async ({ heard, socket }) => {
      await until(() => heard().includes('half') || undefined, 'half an answer');
      socket.destroy();
    },
  );
  assert.deepEqual(endingOf(span), [SpanStatusCode.UNSET, 200, 'client_gone', true]);
});

test('a handler that is silent for longer than the server allows is no client that left', async () => {
  await using serving = await serve(() => {});
  serving.server.setTimeout(20);
  using _ = talk(serving.port, GET);
  const [span] = await spans.take(1);
  assert.deepEqual(endingOf(span as ReadableSpan), [SpanStatusCode.UNSET, undefined, 'timeout', true]);
});

test('a handler that throws is an error, and the error goes where it went before', async () => {
  const thrown = new RangeError('no such shelf');
  await using serving = await serve(() => {
    throw thrown;
  });
  const caught = Promise.withResolvers<unknown>();
  process.setUncaughtExceptionCaptureCallback(caught.resolve);
  using talking = talk(serving.port, GET);
  assert.equal(await caught.promise, thrown);
  process.setUncaughtExceptionCaptureCallback(null);
  talking.socket.destroy();
  const [span, ...others] = await spans.take(1);
  assert.deepEqual(others, []);
  assert.deepEqual(endingOf(span as ReadableSpan), [SpanStatusCode.ERROR, undefined, 'RangeError', true]);
  assert.equal(span?.events[0]?.attributes?.['exception.message'], 'no such shelf');
});

test('requests that wait behind another one end with their connection', async () => {
  let arrived = 0;
  await using serving = await serve(() => {
    arrived++;
  });
  using talking = talk(serving.port, GET, GET, GET);
  await until(() => (arrived === 3 ? true : undefined), 'three requests');
  talking.socket.destroy();
  const seen = await spans.take(3);
  assert.deepEqual(
    seen.map((span) => span.attributes['error.type']),
    ['client_gone', 'client_gone', 'client_gone'],
  );
});

test('an answer that breaks off because a call of our own did is not cut off by the client', async () => {
  await using source = await serve((_, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('half');
    setTimeout(() => response.socket?.destroy(), 20);
  });
  await using serving = await serve((_, response) => {
    get(source.url, (half) => pipeline(half, response.writeHead(200), () => {}));
  });
  using _ = talk(serving.port, GET);
  const seen = await spans.take(3);
  const span = seen.find(({ attributes }) => attributes['server.address'] === 'shop.test');
  assert.deepEqual(endingOf(span as ReadableSpan), [SpanStatusCode.ERROR, 200, 'Error', true]);
});

test('a client that leaves in the middle of its request has left, though a pipeline hands on its error', async () => {
  const asked = Promise.withResolvers<void>();
  await using serving = await serve((request, response) => {
    pipeline(request, new PassThrough(), response, () => {});
    asked.resolve();
  });
  using talking = talk(serving.port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n');
  await asked.promise;
  talking.socket.destroy();
  const [span] = await spans.take(1);
  assert.deepEqual(endingOf(span as ReadableSpan), [SpanStatusCode.UNSET, undefined, 'client_gone', true]);
});

test('of a whole URL that is asked for, neither the password nor the query is kept', async () => {
  const paths = ['http://user:password@shop.test/a/b?key=secret', 'http://user:password@shop.test', '*'];
  await using serving = await serve((_, response) => void response.end());
  using _ = talk(serving.port, ...paths.map((path) => `OPTIONS ${path} HTTP/1.1\r\nHost: x\r\n\r\n`));
  const seen = await spans.take(paths.length);
  assert.deepEqual(
    seen.map(({ attributes }) => attributes['url.path']),
    ['/a/b', '/', '*'],
  );
});
